import { Field, Int, ObjectType } from 'type-graphql';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { MailStatus, MailTemplate } from './mail.enums.ts';

@ObjectType('MailRow', { simpleResolvers: true })
export class MailRowType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId, { nullable: true }) caseId: string | null;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Null for an answer to mail that came in.' })
  orderNumber: string | null;
  @Field(() => MailTemplate) template: MailTemplate;
  @Field(() => Language) language: Language;
  @Field(() => MailStatus) status: MailStatus;
  @Field(() => String) recipient: string;
  @Field(() => String) subject: string;
  @Field(() => DateTime) createdAt: Date;
  @Field(() => DateTime) sendAfter: Date;
  @Field(() => DateTime, { nullable: true }) sentAt: Date | null;
  @Field(() => Int) attempts: number;
  @Field(() => String, { nullable: true }) lastError: string | null;
  @Field(() => Int) secondsLeft: number;
  @Field(() => Int) version: number;
}

@ObjectType('MailPage', { simpleResolvers: true })
export class MailPageType {
  @Field(() => [MailRowType]) rows: MailRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
}

@ObjectType('RenderedMail', { simpleResolvers: true })
export class RenderedMailType {
  @Field(() => MailRowType) row: MailRowType;
  @Field(() => String) html: string;
  @Field(() => String) text: string;
}

@ObjectType('RenderedMailPreview', { simpleResolvers: true })
export class RenderedMailPreviewType {
  @Field(() => String) subject: string;
  @Field(() => String) html: string;
  @Field(() => String) text: string;
  @Field(() => String) recipient: string;
}
