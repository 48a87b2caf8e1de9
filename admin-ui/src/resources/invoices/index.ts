import { lazyPage } from '../../shared/lazyPage.ts';
import type { DeskRoute } from '../../shared/routes.ts';

const needs = { resource: 'invoice', action: 'read' };

export const invoiceRoutes: DeskRoute[] = [
  { path: 'invoices', page: lazyPage(() => import('./InvoiceList.tsx'), 'InvoiceList'), needs },
  { path: 'invoices/:id', page: lazyPage(() => import('./InvoiceShow.tsx'), 'InvoiceShow'), needs },
];
