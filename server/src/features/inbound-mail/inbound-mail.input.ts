import { Field, InputType, Int } from 'type-graphql';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { MailDiscardReason } from './inbound-mail.enums.ts';

@InputType()
export class FileInboundMailInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => EntityId) caseId: string;
}

@InputType()
export class RefuseInboundMailInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Language) language: Language;
}

@InputType()
export class DiscardInboundMailInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => MailDiscardReason) reason: MailDiscardReason;
}
