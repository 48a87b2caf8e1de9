/** How the first wordings of the authority's decisions are written down for the migrations that plant them. */

/** nb, nn, en. */
export type InThree = readonly [nb: string, nn: string, en: string];

const inThree = ([nb, nn, en]: InThree) => ({ nb, nn, en });

export interface BlockFor {
  /** Exceptions it fits; empty: every one. */
  readonly codes: readonly string[];
  readonly outcomes: readonly string[];
  readonly version?: number;
  readonly from?: string;
}

/** A ground a caseworker can tick: what the box says, and what the letter says. */
export const block = (
  code: string,
  { codes, outcomes, version = 1, from = '2020-01-01' }: BlockFor,
  [label, text]: readonly [InThree, InThree],
) => ({
  ...{ code, version, valid_from: from, exception_codes: codes, outcomes },
  ...{ label: inThree(label), text: inThree(text) },
});

export type Block = ReturnType<typeof block>;

export const about =
  (codes: readonly string[], outcome: 'GRANT' | 'REFUSE') =>
  (code: string, label: InThree, text: InThree): Block =>
    block(code, { codes, outcomes: [outcome] }, [label, text]);
