import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { CaseQueue } from '../case/case.enums.ts';
import { CaseVersionInput } from '../case/case.input.ts';
import type { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { CaseDetailType } from '../case/case-detail.type.ts';
import { UploadTicketType } from '../upload/upload.type.ts';
import type { ImageBenchReadModel } from './image-bench.readmodel.ts';
import { ImageBenchType } from './image-bench.type.ts';
import { RejectImagesInput } from './image-review.input.ts';
import type { ImageReviewService } from './image-review.service.ts';
import { ReasonTextType, UndoOfferType } from './image-review.type.ts';
import { reasonTexts } from './reason-catalogue.ts';
import type { UndoService } from './undo.service.ts';
import type { UploadAccessService } from './upload-access.service.ts';

export interface ImageReviewResolverParts {
  readonly benches: ImageBenchReadModel;
  readonly details: CaseDetailReadModel;
  readonly reviews: ImageReviewService;
  readonly undos: UndoService;
  readonly uploads: UploadAccessService;
}

@Resolver()
export class ImageReviewResolver {
  constructor(private readonly parts: ImageReviewResolverParts) {}

  @Allow('image-submission', 'read')
  @Query(() => ImageBenchType)
  imageBench(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ImageBenchType> {
    return this.parts.benches.imageBench(db, caseId);
  }

  @Allow('image-submission', 'read')
  @Query(() => ImageBenchType, {
    nullable: true,
    description:
      'The case takeNext would most likely give, so that its images can be fetched ahead. Reserves nothing.',
  })
  peekNext(
    @Arg('queue', () => CaseQueue) queue: CaseQueue,
    @Arg('except', () => EntityId, { nullable: true }) except: string | null | undefined,
    @Ctx() { db }: RequestContext,
  ): Promise<ImageBenchType | null> {
    return this.parts.benches.peekNext(db, queue, except ?? null);
  }

  @Allow('image-submission', 'read')
  @Query(() => [ReasonTextType])
  reasonCatalogue(@Arg('language', () => Language) language: Language): ReasonTextType[] {
    return reasonTexts(language);
  }

  @Allow('image-submission', 'decide')
  @Mutation(() => UndoOfferType)
  approveImages(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<UndoOfferType> {
    return this.parts.reviews.approveImages(db, input);
  }

  @Allow('image-submission', 'decide')
  @Mutation(() => UndoOfferType)
  rejectImages(
    @Arg('input', () => RejectImagesInput) input: RejectImagesInput,
    @Ctx() { db }: RequestContext,
  ): Promise<UndoOfferType> {
    return this.parts.reviews.rejectImages(db, input);
  }

  @Allow('image-submission', 'undo')
  @Mutation(() => CaseDetailType)
  async undoDecision(
    @Arg('decisionId', () => EntityId) decisionId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    return this.parts.details.caseDetail(db, await this.parts.undos.undoDecision(db, decisionId));
  }

  @Allow('image-submission', 'register')
  @Mutation(() => UploadTicketType)
  createUploadTicket(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<UploadTicketType> {
    return this.parts.uploads.createUploadTicket(db, input);
  }

  @Allow('image-submission', 'register')
  @Mutation(() => CaseDetailType)
  async sendUploadLink(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.uploads.sendUploadLink(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('image-submission', 'register')
  @Mutation(() => CaseDetailType)
  async revokeUploadLink(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.uploads.revokeUploadLink(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }
}
