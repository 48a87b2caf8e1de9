import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { CloseBooksInput } from './ledger.input.ts';
import type { LedgerReadModel } from './ledger.readmodel.ts';
import type { LedgerService } from './ledger.service.ts';
import { BooksType } from './ledger.type.ts';

@Resolver()
export class LedgerResolver {
  constructor(
    private readonly pages: LedgerReadModel,
    private readonly service: LedgerService,
  ) {}

  @Allow('ledger', 'read')
  @Query(() => BooksType)
  books(@Ctx() { db }: RequestContext): Promise<BooksType> {
    return this.pages.books(db);
  }

  @Allow('ledger', 'close')
  @Mutation(() => BooksType, { description: 'For good: what is closed is never opened again.' })
  async closeBooks(
    @Arg('input', () => CloseBooksInput) input: CloseBooksInput,
    @Ctx() { db }: RequestContext,
  ): Promise<BooksType> {
    await this.service.close(db, input);
    return this.pages.books(db);
  }
}
