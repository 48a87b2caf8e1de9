export const SearchGroup = {
  CASE: 'CASE',
  ORDER: 'ORDER',
  CARD: 'CARD',
  INVOICE: 'INVOICE',
  FIRM: 'FIRM',
  PERSON: 'PERSON',
} as const;
export type SearchGroup = (typeof SearchGroup)[keyof typeof SearchGroup];
