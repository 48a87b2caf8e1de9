import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { WithdrawalRefusal } from './entry.enums.ts';
import { ExceptionEntryRowType } from './entry.type.ts';

@ObjectType('WithdrawalPreviewRow', { simpleResolvers: true })
export class WithdrawalPreviewRowType {
  @Field(() => ExceptionEntryRowType) row: ExceptionEntryRowType;
  @Field(() => WithdrawalRefusal, { nullable: true, description: 'Null: it would be proposed.' })
  refusal: WithdrawalRefusal | null;
}

@ObjectType('WithdrawalPreview', {
  simpleResolvers: true,
  description: 'What a withdrawal of everything that matches a filter would change, and what it cannot.',
})
export class WithdrawalPreviewType {
  @Field(() => Int) ready: number;
  @Field(() => Int) refused: number;
  @Field(() => Boolean, { description: 'More match than one call withdraws.' }) more: boolean;
  @AtMost(200)
  @Field(() => [WithdrawalPreviewRowType])
  rows: WithdrawalPreviewRowType[];
}

@ObjectType('WithdrawalResult', { simpleResolvers: true })
export class WithdrawalResultType {
  @Field(() => EntityId) entryId: string;
  @Field(() => String, { nullable: true }) caseNumber: string | null;
  @Field(() => Boolean, { description: 'Waits for its second signature.' }) proposed: boolean;
  @Field(() => WithdrawalRefusal, { nullable: true }) refusal: WithdrawalRefusal | null;
  @Field(() => String, { nullable: true, description: 'Code of another refusal.' }) code: string | null;
}
