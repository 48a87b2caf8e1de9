import { Field, Int, ObjectType } from 'type-graphql';
import { CappedCountType } from '../../platform/graphql/page.type.ts';
import { CaseDetailType } from '../case/case-detail.type.ts';
import { ImageSubmissionType } from './image-review.type.ts';

@ObjectType('ImageBench', {
  simpleResolvers: true,
  description: 'Everything the image bench shows for one case, in one trip.',
})
export class ImageBenchType {
  @Field(() => CaseDetailType) case: CaseDetailType;
  @Field(() => ImageSubmissionType, { nullable: true }) submission: ImageSubmissionType | null;
  @Field(() => ImageSubmissionType, { nullable: true }) previous: ImageSubmissionType | null;
  @Field(() => Int) decidedToday: number;
  @Field(() => CappedCountType) remaining: CappedCountType;
}
