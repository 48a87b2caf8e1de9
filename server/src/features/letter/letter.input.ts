import { Field, InputType, Int } from 'type-graphql';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { LetterStatus } from './letter.enums.ts';

@InputType()
export class LetterFilter {
  @Field(() => [LetterStatus], { nullable: true }) status?: LetterStatus[] | null;
  @Field(() => EntityId, { nullable: true }) caseId?: string | null;
}

@InputType()
export class CancelLetterInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => ShortText) reason: string;
}

@InputType()
export class MakePrintBatchInput {
  @Field(() => Boolean, { description: 'Letters to persons with address protection, and those alone.' })
  protected: boolean;
}

@InputType()
export class RecordPrintBatchPostedInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
}
