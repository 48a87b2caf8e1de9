import { Arg, Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { EntrySort } from './entry.enums.ts';
import { EntryFilter, ProposeWithdrawalsInput } from './entry.input.ts';
import type { EntryReadModel } from './entry.readmodel.ts';
import { ExceptionEntryPageType, ExceptionEntryType } from './entry.type.ts';
import type { EntryPageReadModel } from './entry-page.readmodel.ts';
import type { WithdrawEntriesService } from './withdraw-entries.service.ts';
import { WithdrawalPreviewType, WithdrawalResultType } from './withdrawal.type.ts';

@ArgsType()
class EntriesArgs {
  @Field(() => EntryFilter, { nullable: true }) filter?: EntryFilter | null;
  @Field(() => EntrySort, { nullable: true }) sort?: EntrySort | null;
  @Field(() => PageInput, { nullable: true }) page?: PageInput | null;
}

export interface EntryParts {
  readonly list: EntryReadModel;
  readonly page: EntryPageReadModel;
  readonly withdrawing: WithdrawEntriesService;
}

@Resolver()
export class EntryResolver {
  constructor(private readonly parts: EntryParts) {}

  @Allow('entry', 'read')
  @Query(() => ExceptionEntryPageType, { description: 'Entries of the registers of exceptions.' })
  exceptionEntries(
    @Args(() => EntriesArgs) args: EntriesArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<ExceptionEntryPageType> {
    return this.parts.list.entries(db, args);
  }

  @Allow('entry', 'read')
  @Query(() => ExceptionEntryType)
  exceptionEntry(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ExceptionEntryType> {
    return this.parts.page.entry(db, id);
  }

  @Allow('decision', 'propose')
  @Query(() => WithdrawalPreviewType)
  withdrawalPreview(
    @Arg('filter', () => EntryFilter) filter: EntryFilter,
    @Arg('entryIds', () => [EntityId], { nullable: true, description: 'Only these, at most 200.' })
    entryIds: string[] | null,
    @Ctx() { db }: RequestContext,
  ): Promise<WithdrawalPreviewType> {
    return this.parts.withdrawing.preview(db, filter, entryIds ?? null);
  }

  @Allow('decision', 'propose')
  @AtMost(200)
  @Mutation(() => [WithdrawalResultType], {
    description: 'A proposal per entry; each needs its own second signature.',
  })
  proposeWithdrawals(
    @Arg('input', () => ProposeWithdrawalsInput) input: ProposeWithdrawalsInput,
    @Ctx() { db }: RequestContext,
  ): Promise<WithdrawalResultType[]> {
    return this.parts.withdrawing.propose(db, input);
  }
}
