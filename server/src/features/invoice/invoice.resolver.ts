import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { InvoiceFilter } from './invoice.input.ts';
import { InvoicePageType, InvoiceType } from './invoice.type.ts';
import type { InvoicePageReadModel } from './invoice-page.readmodel.ts';

@Resolver()
export class InvoiceResolver {
  constructor(private readonly pages: InvoicePageReadModel) {}

  @Allow('invoice', 'read')
  @Query(() => InvoicePageType, { description: 'Invoices and credit notes, the newest first.' })
  invoices(
    @Arg('filter', () => InvoiceFilter, { nullable: true }) filter: InvoiceFilter | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<InvoicePageType> {
    return this.pages.list(db, filter ?? {}, page ?? FIRST_PAGE);
  }

  @Allow('invoice', 'read')
  @Query(() => InvoiceType)
  invoice(@Arg('id', () => EntityId) id: string, @Ctx() { db }: RequestContext): Promise<InvoiceType> {
    return this.pages.invoice(db, id);
  }
}
