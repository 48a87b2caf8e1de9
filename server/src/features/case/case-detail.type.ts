import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { MailRowType } from '../correspondence/mail.type.ts';
import { ImageSubmissionType, UndoOfferType } from '../image-review/image-review.type.ts';
import { OrderItemType } from '../order/order.type.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { PersonType } from '../person/person.type.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { UploadLinkType } from '../upload/upload.type.ts';
import { CaseAction, CaseChannel, CaseKind, CaseQueue, CaseStatus, HoldReason } from './case.enums.ts';
import {
  BarredPersonType,
  CaseEventEntryType,
  CaseLinkType,
  DeadlineType,
  DraftType,
  ReservationType,
} from './case.type.ts';

@ObjectType('CaseDetail', { simpleResolvers: true })
export class CaseDetailType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => CaseKind) kind: CaseKind;
  @Field(() => CaseStatus) status: CaseStatus;
  @Field(() => CaseQueue) queue: CaseQueue;
  @Field(() => Int) priority: number;
  @Field(() => CaseChannel) channel: CaseChannel;
  @Field(() => Language) language: Language;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => String, { nullable: true }) description: string | null;
  @Field(() => PersonType, { nullable: true }) person: PersonType | null;
  @Field(() => OrganisationType, { nullable: true }) organisation: OrganisationType | null;
  @Field(() => OrderItemType, { nullable: true }) orderItem: OrderItemType | null;
  @Field(() => LocalDateScalar) openedOn: string;
  @Field(() => LocalDateScalar) dueOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) promisedOn: string | null;
  @Field(() => DateTime, { nullable: true }) closedAt: Date | null;
  @Field(() => DeadlineType) deadline: DeadlineType;
  @Field(() => ReservationType, { nullable: true }) reservation: ReservationType | null;
  @Field(() => HoldReason, { nullable: true }) holdReason: HoldReason | null;
  @Field(() => LocalDateScalar, { nullable: true }) holdUntil: string | null;
  @Field(() => String, { nullable: true }) holdNote: string | null;
  @Field(() => [CaseAction]) allowedActions: CaseAction[];
  @AtMost(200)
  @Field(() => [CaseEventEntryType])
  events: CaseEventEntryType[];
  @AtMost(50)
  @Field(() => [CaseLinkType])
  links: CaseLinkType[];
  @AtMost(50)
  @Field(() => [BarredPersonType])
  barred: BarredPersonType[];
  @AtMost(50)
  @Field(() => [StaffRefType], {
    description: 'To a reader who is barred: colleagues who may take the case over.',
  })
  takers: StaffRefType[];
  @AtMost(20)
  @Field(() => [DraftType])
  drafts: DraftType[];
  @AtMost(10)
  @Field(() => [ImageSubmissionType])
  submissions: ImageSubmissionType[];
  @AtMost(50)
  @Field(() => [MailRowType])
  mails: MailRowType[];
  @Field(() => UploadLinkType, { nullable: true }) uploadLink: UploadLinkType | null;
  @Field(() => UndoOfferType, { nullable: true }) undo: UndoOfferType | null;
}
