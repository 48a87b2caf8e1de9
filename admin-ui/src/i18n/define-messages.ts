/** The same keys with any text: a missing or misspelt key in nynorsk or English does not compile. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };

/** `a.b.c` for every text in T. */
export type PathOf<T> = T extends string
  ? never
  : { [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathOf<T[K]>}` }[keyof T & string];

export interface Area<T> {
  nb: T;
  nn: SameKeys<T>;
  en: SameKeys<T>;
}

/** Texts of one area in the three languages. Bokmål decides which keys there are. */
export function defineMessages<const T>(nb: T, nn: SameKeys<T>, en: SameKeys<T>): Area<T> {
  return { nb, nn, en };
}
