import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import {
  CancelLetterInput,
  LetterFilter,
  MakePrintBatchInput,
  RecordPrintBatchPostedInput,
} from './letter.input.ts';
import type { LetterReadModel } from './letter.readmodel.ts';
import type { LetterService } from './letter.service.ts';
import { LetterDetailType, LetterPageType, PrintBatchDetailType, PrintBatchPageType } from './letter.type.ts';

@Resolver()
export class LetterResolver {
  constructor(
    private readonly pages: LetterReadModel,
    private readonly service: LetterService,
  ) {}

  @Allow('letter', 'read')
  @Query(() => LetterPageType, { description: 'Letters, newest first.' })
  letters(
    @Arg('filter', () => LetterFilter, { nullable: true }) filter: LetterFilter | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<LetterPageType> {
    return this.pages.letters(db, filter ?? {}, page ?? FIRST_PAGE);
  }

  @Allow('letter', 'open')
  @Query(() => LetterDetailType)
  letter(@Arg('id', () => EntityId) id: string, @Ctx() { db }: RequestContext): Promise<LetterDetailType> {
    return this.pages.letter(db, id);
  }

  @Allow('letter', 'print')
  @Query(() => PrintBatchPageType, { description: 'Batches of letters, newest first.' })
  printBatches(
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<PrintBatchPageType> {
    return this.pages.batches(db, page ?? FIRST_PAGE);
  }

  @Allow('letter', 'print')
  @Query(() => PrintBatchDetailType)
  printBatch(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<PrintBatchDetailType> {
    return this.pages.batch(db, id);
  }

  @Allow('letter', 'print')
  @Mutation(() => PrintBatchDetailType, { description: 'The letters that wait; each is in one batch only.' })
  async makePrintBatch(
    @Arg('input', () => MakePrintBatchInput) input: MakePrintBatchInput,
    @Ctx() { db }: RequestContext,
  ): Promise<PrintBatchDetailType> {
    return this.pages.batch(db, await this.service.makeBatch(db, input));
  }

  @Allow('letter', 'print')
  @Mutation(() => PrintBatchDetailType, { description: 'The letters of the batch are sent.' })
  async recordPrintBatchPosted(
    @Arg('input', () => RecordPrintBatchPostedInput) input: RecordPrintBatchPostedInput,
    @Ctx() { db }: RequestContext,
  ): Promise<PrintBatchDetailType> {
    await this.service.recordPosted(db, input);
    return this.pages.batch(db, input.id);
  }

  @Allow('letter', 'send')
  @Mutation(() => LetterDetailType, { description: 'It does not leave, and neither does the mail about it.' })
  async cancelLetter(
    @Arg('input', () => CancelLetterInput) input: CancelLetterInput,
    @Ctx() { db }: RequestContext,
  ): Promise<LetterDetailType> {
    await this.service.cancel(db, input);
    return this.pages.letter(db, input.id);
  }
}
