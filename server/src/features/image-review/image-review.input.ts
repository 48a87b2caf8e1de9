import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LongText } from '../../platform/graphql/scalars.ts';
import { ImagePart, ImageReason } from './image-review.enums.ts';

@InputType()
export class ReasonInput {
  @Field(() => ImageReason) code: ImageReason;
  @Field(() => ImagePart) part: ImagePart;
}

@InputType()
export class RejectImagesInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => [ReasonInput]) reasons: ReasonInput[];
  @Field(() => LongText, { nullable: true }) comment?: string | null;
}
