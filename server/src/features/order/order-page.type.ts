import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { CardStatus } from '../card/card.enums.ts';
import { CaseKind, CaseStatus } from '../case/case.enums.ts';
import { DeadlineType, DraftType } from '../case/case.type.ts';
import { MailRowType } from '../correspondence/mail.type.ts';
import { ImageRequirement } from '../image-review/image-review.enums.ts';
import { OrderInvoiceType } from '../invoice/invoice.type.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { PersonType } from '../person/person.type.ts';
import { Register } from '../register-check/register-check.enums.ts';
import { RegisterCheckType } from '../register-check/register-check.type.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { OrderChannel, OrderItemStatus, Payment, Scheme } from './order.enums.ts';
import { OrderAction, OrderEventSource } from './order-page.enums.ts';

@ObjectType('Orderer', { simpleResolvers: true })
export class OrdererType {
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) role: string | null;
  @Field(() => String) email: string;
  @Field(() => Language) language: Language;
}

@ObjectType('Delivery', { simpleResolvers: true })
export class DeliveryType {
  @Field(() => String, { nullable: true }) name: string | null;
  @Field(() => String, { nullable: true }) street: string | null;
  @Field(() => String, { nullable: true }) postcode: string | null;
  @Field(() => String, { nullable: true }) city: string | null;
}

@ObjectType('OrderLineSummary', { simpleResolvers: true })
export class OrderLineSummaryType {
  @Field(() => EntityId) id: string;
  @Field(() => Int) line: number;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
  @Field(() => String, { nullable: true }) personName: string | null;
}

@ObjectType('CardRef', { simpleResolvers: true })
export class CardRefType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => CardStatus) status: CardStatus;
  @Field(() => LocalDateScalar, { nullable: true }) expiresOn: string | null;
}

@ObjectType('OrderLine', { simpleResolvers: true })
export class OrderLineType {
  @Field(() => EntityId) id: string;
  @Field(() => Int) line: number;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
  @Field(() => String, { nullable: true }) statusReason: string | null;
  @Field(() => DateTime, { nullable: true }) statusAt: Date | null;
  @Field(() => Int) version: number;
  @Field(() => PersonType, { nullable: true }) person: PersonType | null;
  @Field(() => ImageRequirement) imageRequirement: ImageRequirement;
  @Field(() => EntityId, { nullable: true }) imageCaseId: string | null;
  @Field(() => String, { nullable: true }) imageCaseNumber: string | null;
  @Field(() => Boolean) headgearExemption: boolean;
  @Field(() => LocalDateScalar, { nullable: true }) startOn: string | null;
  @Field(() => Boolean) postedWorker: boolean;
  @AtMost(10)
  @Field(() => [RegisterCheckType])
  checks: RegisterCheckType[];
  @Field(() => DeadlineType, {
    nullable: true,
    description: 'R2: how the days until it is cancelled were counted.',
  })
  clock: DeadlineType | null;
  @Field(() => Boolean, { description: 'The clock stands still while the firm awaits approval (R3).' })
  clockStands: boolean;
  @Field(() => CardRefType, { nullable: true, description: 'The card this one takes the place of.' })
  renews: CardRefType | null;
  @Field(() => CardRefType, { nullable: true, description: 'The card that came of this line.' })
  card: CardRefType | null;
  @Field(() => [OrderAction]) allowedActions: OrderAction[];
  @AtMost(5)
  @Field(() => [DraftType])
  drafts: DraftType[];
}

@ObjectType('OrderRef', { simpleResolvers: true })
export class OrderRefType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => LocalDateScalar) orderedOn: string;
  @Field(() => Int) lines: number;
  @Field(() => Int) waiting: number;
}

@ObjectType('OrderCase', { simpleResolvers: true })
export class OrderCaseType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => CaseKind) kind: CaseKind;
  @Field(() => CaseStatus) status: CaseStatus;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => Boolean, { description: 'About this line; the others are about the same firm.' })
  ofLine: boolean;
}

@ObjectType('OrderEvent', { simpleResolvers: true })
export class OrderEventType {
  @Field(() => String) id: string;
  @Field(() => OrderEventSource) source: OrderEventSource;
  @Field(() => DateTime) at: Date;
  @Field(() => String) type: string;
  @Field(() => StaffRefType, { nullable: true }) actor: StaffRefType | null;
  @Field(() => String, { nullable: true }) oldValue: string | null;
  @Field(() => String, { nullable: true }) newValue: string | null;
  @Field(() => Register, { nullable: true }) register: Register | null;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType('OrderDetail', { simpleResolvers: true })
export class OrderDetailType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => Scheme) scheme: Scheme;
  @Field(() => LocalDateScalar) orderedOn: string;
  @Field(() => DateTime) placedAt: Date;
  @Field(() => OrderChannel) channel: OrderChannel;
  @Field(() => Payment, { nullable: true }) payment: Payment | null;
  @Field(() => String, { nullable: true }) customerReference: string | null;
  @Field(() => DeliveryType) delivery: DeliveryType;
  @Field(() => OrdererType) orderer: OrdererType;
  @Field(() => OrganisationType) unit: OrganisationType;
  @Field(() => OrganisationType) mainUnit: OrganisationType;
  @Field(() => Int) lineCount: number;
  @AtMost(100)
  @Field(() => [OrderLineSummaryType])
  lines: OrderLineSummaryType[];
  @Field(() => OrderLineType, { description: 'The line that was asked for; the first that waits otherwise.' })
  line: OrderLineType;
  @Field(() => OrderInvoiceType, {
    nullable: true,
    description: 'The newest one; null before there is one, and for those who may not know.',
  })
  invoice: OrderInvoiceType | null;
  @AtMost(10)
  @Field(() => [OrderRefType])
  otherOrders: OrderRefType[];
  @AtMost(20)
  @Field(() => [OrderCaseType])
  cases: OrderCaseType[];
  @AtMost(200)
  @Field(() => [OrderEventType])
  events: OrderEventType[];
  @AtMost(50)
  @Field(() => [MailRowType])
  mails: MailRowType[];
}
