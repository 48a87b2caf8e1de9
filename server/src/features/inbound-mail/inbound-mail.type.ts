import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { ApplicationCode, ApplicationStatus } from '../application/application.enums.ts';
import { MailStatus } from '../correspondence/mail.enums.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { InboundMailState, MailDiscardReason, MailMatch, MailProblem } from './inbound-mail.enums.ts';

@ObjectType('InboundMailRow', {
  simpleResolvers: true,
  description: 'The sender is as claimed: it proves nothing.',
})
export class InboundMailRowType {
  @Field(() => EntityId) id: string;
  @Field(() => InboundMailState) state: InboundMailState;
  @Field(() => String) sender: string;
  @Field(() => String, { nullable: true }) senderName: string | null;
  @Field(() => String) subject: string;
  @Field(() => DateTime) receivedAt: Date | string;
  @Field(() => Int) byteCount: number;
  @Field(() => Int) attachmentCount: number;
  @Field(() => EntityId, { nullable: true }) caseId: string | null;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => MailMatch, { nullable: true }) matchedBy: MailMatch | null;
  @Field(() => MailProblem, { nullable: true }) problem: MailProblem | null;
  @Field(() => Boolean, {
    description: 'About a person, or with a national ID number in it: nobody is shown its words.',
  })
  personal: boolean;
  @Field(() => DateTime, { nullable: true, description: 'When everything of it is deleted.' })
  deleteAt: Date | string | null;
  @Field(() => Int) version: number;
}

@ObjectType('InboundMailbox', { simpleResolvers: true, description: 'The mailbox itself.' })
export class InboundMailboxType {
  @Field(() => String, { nullable: true, description: 'Null when no mailbox is set up.' })
  address: string | null;
  @Field(() => DateTime, { nullable: true }) readAt: Date | string | null;
  @Field(() => Boolean, { description: 'The last reading did not succeed.' }) failed: boolean;
}

@ObjectType('InboundMailPage', { simpleResolvers: true })
export class InboundMailPageType {
  @Field(() => [InboundMailRowType]) rows: InboundMailRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
  @Field(() => InboundMailboxType) mailbox: InboundMailboxType;
}

@ObjectType('InboundAttachment', { simpleResolvers: true })
export class InboundAttachmentType {
  @Field(() => String) name: string;
  @Field(() => String, { description: 'By content, whatever the mail claims.' }) mediaType: string;
  @Field(() => Int) byteCount: number;
  @Field(() => Boolean, { description: 'A PDF or a picture, which becomes a document of the application.' })
  usable: boolean;
  @Field(() => EntityId, { nullable: true, description: 'The document it became.' })
  documentId: string | null;
  @Field(() => String, { nullable: true, description: 'Code of why it became none.' })
  refusal: string | null;
}

@ObjectType('InboundMail', { simpleResolvers: true })
export class InboundMailType {
  @Field(() => InboundMailRowType) row: InboundMailRowType;
  @Field(() => String, {
    nullable: true,
    description: 'Plain text. Null when nobody is to read it, or when there is none.',
  })
  text: string | null;
  @AtMost(30)
  @Field(() => [InboundAttachmentType])
  attachments: InboundAttachmentType[];
  @Field(() => Language, { description: 'Of the answer.' }) language: Language;
  @Field(() => MailStatus, {
    nullable: true,
    description: 'Of the standard answer; null when none was sent.',
  })
  answer: MailStatus | null;
  @Field(() => StaffRefType, { nullable: true }) settledBy: StaffRefType | null;
  @Field(() => DateTime, { nullable: true }) settledAt: Date | string | null;
  @Field(() => MailDiscardReason, { nullable: true }) discardReason: MailDiscardReason | null;
}

@ObjectType('InboundMailTarget', {
  simpleResolvers: true,
  description: 'An application that mail may be put on: of a firm, and not decided.',
})
export class InboundMailTargetType {
  @Field(() => EntityId) caseId: string;
  @Field(() => String) number: string;
  @Field(() => ApplicationCode) code: ApplicationCode;
  @Field(() => ApplicationStatus) status: ApplicationStatus;
  @Field(() => String) firmName: string;
}
