/** Which right of policy.csv shows invoices, and which only how the invoice of an order stands. */
export const READ_INVOICE = { resource: 'invoice', action: 'read' } as const;
export const READ_INVOICE_STATUS = { resource: 'order', action: 'read:invoiceStatus' } as const;
