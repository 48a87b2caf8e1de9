import { countFields, pageInfoFields } from '../../graphql/fragments.ts';
import { type EnumOf, graphql, type ResultOf, type VariablesOf } from '../../graphql/graphql.ts';

export type InvoiceState = EnumOf<'InvoiceState'>;

export const invoicesQuery = graphql(
  `
    query Invoices($filter: InvoiceFilter, $page: PageInput) {
      invoices(filter: $filter, page: $page) {
        rows {
          id kind number issuedOn dueOn buyerName buyerOrgNumber customerReference orderId orderNumber grossOre balanceOre state
        }
        pageInfo { ...PageInfoFields }
        facets { state count { ...CountFields } }
      }
    }
  `,
  [pageInfoFields, countFields],
);
export type Invoices = ResultOf<typeof invoicesQuery>['invoices'];
export type InvoiceRow = Invoices['rows'][number];
export type InvoicesAsk = VariablesOf<typeof invoicesQuery>;

export const invoiceQuery = graphql(`
  query Invoice($id: EntityId!) {
    invoice(id: $id) {
      id kind number issuedOn dueOn payment state
      seller { name orgNumber street postcode city bankAccount email }
      buyer { name orgNumber street postcode city }
      customerReference orderId orderNumber internalOrderNumber kid
      lines { scheme unitOrgNumber unitName quantity unitPriceOre netOre }
      vatPercent netOre vatOre grossOre
      books { creditedOre writtenOffOre balanceOre }
      creditsId replacesId replacedById
      chain { id kind number issuedOn grossOre }
      entries { id voucher kind bookedOn text account accountName amountOre }
    }
  }
`);
export type Invoice = ResultOf<typeof invoiceQuery>['invoice'];
export type InvoiceEntry = Invoice['entries'][number];
