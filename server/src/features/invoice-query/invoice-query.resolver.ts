import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import type { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { CaseDetailType } from '../case/case-detail.type.ts';
import type { AnswerService } from './answer.service.ts';
import {
  AnswerInvoiceQueryInput,
  ChooseQueryInvoiceInput,
  InvoiceAnswerPreviewArgs,
  RegisterInvoiceQueryInput,
} from './invoice-query.input.ts';
import type { InvoiceQueryReadModel } from './invoice-query.readmodel.ts';
import type { InvoiceQueryService } from './invoice-query.service.ts';
import { InvoiceAnswerPreviewType, InvoiceQueryType } from './invoice-query.type.ts';

export interface InvoiceQueryResolverParts {
  readonly queries: InvoiceQueryReadModel;
  readonly service: InvoiceQueryService;
  readonly answers: AnswerService;
  readonly details: Pick<CaseDetailReadModel, 'caseDetail'>;
}

@Resolver()
export class InvoiceQueryResolver {
  constructor(private readonly parts: InvoiceQueryResolverParts) {}

  @Allow('invoice-query', 'read')
  @Query(() => InvoiceQueryType)
  invoiceQuery(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<InvoiceQueryType> {
    return this.parts.queries.invoiceQuery(db, caseId);
  }

  @Allow('invoice-query', 'read')
  @Query(() => InvoiceAnswerPreviewType)
  invoiceAnswerPreview(
    @Args(() => InvoiceAnswerPreviewArgs) wish: InvoiceAnswerPreviewArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<InvoiceAnswerPreviewType> {
    return this.parts.answers.preview(db, wish);
  }

  @Allow('invoice-query', 'register')
  @Mutation(() => CaseDetailType)
  async registerInvoiceQuery(
    @Arg('input', () => RegisterInvoiceQueryInput) input: RegisterInvoiceQueryInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    const id = await this.parts.service.register(db, input);
    return this.parts.details.caseDetail(db, id);
  }

  @Allow('invoice-query', 'answer')
  @Mutation(() => CaseDetailType)
  async chooseQueryInvoice(
    @Arg('input', () => ChooseQueryInvoiceInput) input: ChooseQueryInvoiceInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.service.choose(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('invoice-query', 'answer')
  @Mutation(() => CaseDetailType)
  async answerInvoiceQuery(
    @Arg('input', () => AnswerInvoiceQueryInput) input: AnswerInvoiceQueryInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.answers.answer(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }
}
