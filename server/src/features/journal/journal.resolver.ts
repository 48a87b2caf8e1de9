import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { ExportJournalInput, JournalFilter } from './journal.input.ts';
import type { JournalReadModel } from './journal.readmodel.ts';
import { JournalExportType, JournalPageType } from './journal.type.ts';
import type { JournalExportService } from './journal-export.service.ts';

@Resolver()
export class JournalResolver {
  constructor(
    private readonly pages: JournalReadModel,
    private readonly exports: JournalExportService,
  ) {}

  @Allow('journal', 'read')
  @Query(() => JournalPageType, { description: 'What came in, went out, or was written within.' })
  journal(
    @Arg('filter', () => JournalFilter, { nullable: true }) filter: JournalFilter | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<JournalPageType> {
    return this.pages.journal(db, filter ?? {}, page ?? FIRST_PAGE);
  }

  @Allow('journal', 'export')
  @Mutation(() => JournalExportType, {
    description: 'Of a period, for the archive; that it was made is logged.',
  })
  exportJournal(
    @Arg('input', () => ExportJournalInput) input: ExportJournalInput,
    @Ctx() { db }: RequestContext,
  ): Promise<JournalExportType> {
    return this.exports.export(db, input);
  }
}
