/** What a proposal and its settlement change on the screen. */
export const KEYS = ['reissues', 'reissue', 'invoices', 'invoice', 'menu-counts'] as const;
