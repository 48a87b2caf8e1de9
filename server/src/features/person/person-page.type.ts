import { Field, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { CallType } from '../caller/caller.type.ts';
import { CardRowType } from '../card/card-page.type.ts';
import { CaseKind, CaseStatus } from '../case/case.enums.ts';
import { OrderItemStatus, Scheme } from '../order/order.enums.ts';
import { EmploymentSource } from '../organisation/firm.enums.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { PersonRegisterStatus } from './person.enums.ts';
import { PersonType } from './person.type.ts';

@ObjectType('PersonEmployment', { simpleResolvers: true })
export class PersonEmploymentType {
  @Field(() => EntityId) id: string;
  @Field(() => OrganisationType) unit: OrganisationType;
  @Field(() => OrganisationType) mainUnit: OrganisationType;
  @Field(() => EmploymentSource) source: EmploymentSource;
  @Field(() => String) kind: string;
  @Field(() => LocalDateScalar) startOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) endOn: string | null;
}

@ObjectType('PersonOrder', { simpleResolvers: true })
export class PersonOrderType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => String) line: string;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
  @Field(() => Scheme) scheme: Scheme;
  @Field(() => LocalDateScalar) orderedOn: string;
  @Field(() => OrganisationType) unit: OrganisationType;
}

@ObjectType('PersonCase', { simpleResolvers: true })
export class PersonCaseType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => CaseKind) kind: CaseKind;
  @Field(() => CaseStatus) status: CaseStatus;
  @Field(() => LocalDateScalar) openedOn: string;
}

@ObjectType('PersonLookup', { simpleResolvers: true, description: 'Somebody looked at the person.' })
export class PersonLookupType {
  @Field(() => EntityId) id: string;
  @Field(() => DateTime) at: Date;
  @Field(() => String, { nullable: true }) who: string | null;
  @Field(() => String) operation: string;
  @Field(() => String, { nullable: true }) reason: string | null;
}

@ObjectType('PersonDetail', { simpleResolvers: true })
export class PersonDetailType {
  @Field(() => PersonType) person: PersonType;
  @Field(() => PersonRegisterStatus) registerStatus: PersonRegisterStatus;
  @Field(() => DateTime, { nullable: true }) refreshedAt: Date | null;
  @Field(() => EntityId, {
    nullable: true,
    description: 'Newest case about her, through which her number can be shown.',
  })
  revealCaseId: string | null;
  @AtMost(50)
  @Field(() => [PersonEmploymentType])
  employments: PersonEmploymentType[];
  @AtMost(50)
  @Field(() => [CardRowType])
  cards: CardRowType[];
  @AtMost(50)
  @Field(() => [PersonOrderType])
  orders: PersonOrderType[];
  @AtMost(50)
  @Field(() => [PersonCaseType])
  cases: PersonCaseType[];
  @AtMost(20)
  @Field(() => [CallType])
  calls: CallType[];
  @AtMost(20)
  @Field(() => [PersonLookupType], { nullable: true, description: 'Null: not for the reader.' })
  lookups: PersonLookupType[] | null;
}
