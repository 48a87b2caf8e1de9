import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { EntityId, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { ReasonInput } from '../image-review/image-review.input.ts';
import { MailStatus } from './mail.enums.ts';

@InputType()
export class MailFilter {
  @Field(() => [MailStatus], { nullable: true }) status?: MailStatus[] | null;
  @Field(() => EntityId, { nullable: true }) caseId?: string | null;
}

@InputType()
export class SettleMailInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => Boolean) arrived: boolean;
  @Field(() => ShortText) note: string;
}

@ArgsType()
export class MailPreviewArgs {
  @Field(() => EntityId) caseId: string;
  @Field(() => [ReasonInput]) reasons: ReasonInput[];
  @Field(() => LongText, { nullable: true }) comment?: string | null;
}
