import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Scheme } from '../order/order.enums.ts';
import { CardRefType, OrderEventType } from '../order/order-page.type.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { PersonType } from '../person/person.type.ts';
import { RegisterCheckType } from '../register-check/register-check.type.ts';
import { CardStatus } from './card.enums.ts';
import { CardPageAction } from './card-page.enums.ts';

@ObjectType('CardRow', { simpleResolvers: true, description: 'A card, as lists show it.' })
export class CardRowType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => CardStatus) status: CardStatus;
  @Field(() => String, { nullable: true }) statusReason: string | null;
  @Field(() => Scheme, { nullable: true }) scheme: Scheme | null;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => OrganisationType) mainUnit: OrganisationType;
  @Field(() => LocalDateScalar, { nullable: true }) validFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) expiresOn: string | null;
  @Field(() => Boolean, { description: 'Known by number, firm and status only.' }) earlierIssuer: boolean;
}

@ObjectType('CardPage', { simpleResolvers: true })
export class CardPageType {
  @Field(() => [CardRowType]) rows: CardRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
}

@ObjectType('CardOrder', {
  simpleResolvers: true,
  description: 'The line of an order that a card came from, or will come from.',
})
export class CardOrderType {
  @Field(() => EntityId) itemId: string;
  @Field(() => String) number: string;
  @Field(() => Int) line: number;
  @Field(() => LocalDateScalar) orderedOn: string;
  @Field(() => Int) version: number;
}

@ObjectType('CardDetail', { simpleResolvers: true })
export class CardDetailType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => CardStatus) status: CardStatus;
  @Field(() => String, { nullable: true }) statusReason: string | null;
  @Field(() => DateTime) statusAt: Date;
  @Field(() => Boolean, { description: 'Known by number, firm and status only.' }) earlierIssuer: boolean;
  @Field(() => Scheme, { nullable: true }) scheme: Scheme | null;
  @Field(() => PersonType, { nullable: true }) person: PersonType | null;
  @Field(() => OrganisationType, { nullable: true }) unit: OrganisationType | null;
  @Field(() => OrganisationType) mainUnit: OrganisationType;
  @Field(() => LocalDateScalar, { nullable: true }) validFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Valid to the end of this day.' })
  expiresOn: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'R5: the first day a new card may be ordered.',
  })
  renewableFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) shreddedOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) seizedOn: string | null;
  @Field(() => String, { nullable: true }) seizedBy: string | null;
  @Field(() => Boolean, { description: 'R16: the employer has to shred it.' }) mustBeShredded: boolean;
  @Field(() => CardOrderType, { nullable: true }) order: CardOrderType | null;
  @Field(() => CardOrderType, {
    nullable: true,
    description: 'A new card for the same person and firm, under way.',
  })
  underWay: CardOrderType | null;
  @Field(() => CardRefType, { nullable: true }) replaces: CardRefType | null;
  @Field(() => CardRefType, { nullable: true }) replacedBy: CardRefType | null;
  @AtMost(10)
  @Field(() => [RegisterCheckType])
  checks: RegisterCheckType[];
  @AtMost(100)
  @Field(() => [OrderEventType])
  events: OrderEventType[];
  @Field(() => [CardPageAction]) allowedActions: CardPageAction[];
  @Field(() => Int) version: number;
}

@ObjectType('CardReissued', { simpleResolvers: true })
export class CardReissuedType {
  @Field(() => String) orderNumber: string;
  @Field(() => CardDetailType) card: CardDetailType;
}
