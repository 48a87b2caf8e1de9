/** Asked for anew after a write about the post: its lists, the mail about a letter and the case behind it. */
export const LETTER_KEYS = ['letters', 'journal', 'outbox', 'case', 'application', 'menu-counts'];
