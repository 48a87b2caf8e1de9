/** Asked for anew after a write about batches. */
export const VAT_KEYS = ['vat-batches', 'menu-counts'];
