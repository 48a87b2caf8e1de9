import { Field, InputType } from 'type-graphql';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { MailStatus } from './mail.enums.ts';

@InputType()
export class MailFilter {
  @Field(() => [MailStatus], { nullable: true }) status?: MailStatus[] | null;
  @Field(() => EntityId, { nullable: true }) caseId?: string | null;
}

@InputType()
export class SettleMailInput {
  @Field(() => EntityId) id: string;
  @Field(() => Boolean) arrived: boolean;
  @Field(() => ShortText) note: string;
}
