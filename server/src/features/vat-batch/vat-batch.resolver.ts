import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { RecordVatBatchSentInput, RecordVatReceiptInput } from './vat-batch.input.ts';
import type { VatBatchReadModel } from './vat-batch.readmodel.ts';
import type { VatBatchService } from './vat-batch.service.ts';
import { VatBatchDetailType, VatBatchesType, VatFollowUpType } from './vat-batch.type.ts';

@Resolver()
export class VatBatchResolver {
  constructor(
    private readonly pages: VatBatchReadModel,
    private readonly service: VatBatchService,
  ) {}

  @Allow('vat-batch', 'read')
  @Query(() => VatBatchesType, {
    description: 'Firms declared not liable to VAT that are in no batch yet, and every batch.',
  })
  vatBatches(
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<VatBatchesType> {
    return this.pages.page(db, page ?? FIRST_PAGE);
  }

  @Allow('vat-batch', 'read')
  @Query(() => VatBatchDetailType)
  vatBatch(
    @Arg('id', () => EntityId) id: string,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<VatBatchDetailType> {
    return this.pages.batch(db, id, page ?? FIRST_PAGE);
  }

  @Allow('vat-batch', 'read')
  @Query(() => VatFollowUpType, {
    description: 'Firms that declared and were registered later, or that declare again and again.',
  })
  vatFollowUp(@Ctx() { db }: RequestContext): Promise<VatFollowUpType> {
    return this.pages.followUp(db);
  }

  @Allow('vat-batch', 'make')
  @Mutation(() => VatBatchDetailType, { description: 'Every firm that waits; each is in one batch only.' })
  async makeVatBatch(@Ctx() { db }: RequestContext): Promise<VatBatchDetailType> {
    return this.pages.batch(db, await this.service.make(db), FIRST_PAGE);
  }

  @Allow('vat-batch', 'record')
  @Mutation(() => VatBatchDetailType, { description: 'That it was sent, the first time or again.' })
  async recordVatBatchSent(
    @Arg('input', () => RecordVatBatchSentInput) input: RecordVatBatchSentInput,
    @Ctx() { db }: RequestContext,
  ): Promise<VatBatchDetailType> {
    await this.service.recordSent(db, input);
    return this.pages.batch(db, input.id, FIRST_PAGE);
  }

  @Allow('vat-batch', 'record')
  @Mutation(() => VatBatchDetailType)
  async recordVatReceipt(
    @Arg('input', () => RecordVatReceiptInput) input: RecordVatReceiptInput,
    @Ctx() { db }: RequestContext,
  ): Promise<VatBatchDetailType> {
    await this.service.recordReceipt(db, input);
    return this.pages.batch(db, input.id, FIRST_PAGE);
  }
}
