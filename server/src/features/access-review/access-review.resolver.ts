import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AccessReviewArgs, MarkOddityInput, SignAccessReviewInput } from './access-review.input.ts';
import type { AccessReviewReadModel } from './access-review.readmodel.ts';
import type { AccessReviewService } from './access-review.service.ts';
import { AccessReviewType } from './access-review.type.ts';

export interface AccessReviewResolverParts {
  readonly reviews: AccessReviewReadModel;
  readonly service: AccessReviewService;
}

@Resolver()
export class AccessReviewResolver {
  constructor(private readonly parts: AccessReviewResolverParts) {}

  @Allow('access-review', 'read')
  @Query(() => AccessReviewType, {
    description: 'Lookups of one week that a leader should know of; default is last week.',
  })
  accessReview(
    @Args(() => AccessReviewArgs) args: AccessReviewArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<AccessReviewType> {
    return this.parts.reviews.review(db, args);
  }

  @Allow('access-review', 'settle')
  @Mutation(() => AccessReviewType)
  async markOddity(
    @Arg('input', () => MarkOddityInput) input: MarkOddityInput,
    @Ctx() { db }: RequestContext,
  ): Promise<AccessReviewType> {
    await this.parts.service.markOddity(db, input);
    return this.parts.reviews.review(db, input);
  }

  @Allow('access-review', 'sign')
  @Mutation(() => AccessReviewType)
  async signAccessReview(
    @Arg('input', () => SignAccessReviewInput) input: SignAccessReviewInput,
    @Ctx() { db }: RequestContext,
  ): Promise<AccessReviewType> {
    await this.parts.service.signReview(db, input);
    return this.parts.reviews.review(db, input);
  }
}
