/** Reads a number of an invoice as people type it, for the list and the search. */

/** Without spaces around and inside numbers; a reference keeps its own. Credit notes begin with a capital K. */
export function numberTyped(text: string): string {
  const tidy = text.trim().replaceAll(/\s+/g, ' ');
  const tight = tidy.replaceAll(' ', '').toUpperCase();
  return /^K?\d+-?$/.test(tight) ? tight : tidy;
}

/** What could be a number of an invoice, a KID, or one of an order: for a search that is about many other things too. */
export function invoiceNumberIn(text: string): string | null {
  const typed = numberTyped(text);
  return /^(?:K\d{10}|\d{6,24}[\d-])$/.test(typed) || /^\d{6}$/.test(typed) ? typed : null;
}
