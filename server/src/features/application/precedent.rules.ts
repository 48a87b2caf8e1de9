/** Which decided applications are most like one that is to be decided, and in what; for caseworkers, so that like cases are treated alike. */

import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { ApplicationCode } from './application.enums.ts';

/** In what two applications are alike; the order is how much it counts. */
export const Likeness = { CODE: 'CODE', PAPERS: 'PAPERS', FORM: 'FORM', SECTOR: 'SECTOR' } as const;
export type Likeness = (typeof Likeness)[keyof typeof Likeness];

/** What is compared; nothing about who the person is. */
export interface Comparable {
  readonly code: ApplicationCode;
  readonly form: string;
  readonly sectorCode: string | null;
  /** Kinds of the papers sent, each once, in their order. */
  readonly papers: readonly string[];
}

export interface Decided extends Comparable {
  readonly id: string;
  readonly decidedOn: LocalDate;
}

/** The same exception outweighs everything else together, then the same papers, then the firm. */
const POINTS: Readonly<Record<Likeness, number>> = { CODE: 8, PAPERS: 4, FORM: 2, SECTOR: 1 };
const ALL = Object.values(Likeness);

const ALIKE: Readonly<Record<Likeness, (a: Comparable, b: Comparable) => boolean>> = {
  CODE: (a, b) => a.code === b.code,
  PAPERS: (a, b) => a.papers.join() === b.papers.join(),
  FORM: (a, b) => a.form === b.form,
  // What is not known is not alike.
  SECTOR: (a, b) => a.sectorCode !== null && a.sectorCode === b.sectorCode,
};

export const likenessOf = (a: Comparable, b: Comparable): Likeness[] => ALL.filter(one => ALIKE[one](a, b));

const points = (alike: readonly Likeness[]) => alike.reduce((sum, one) => sum + POINTS[one], 0);

/** The most alike first; of two equally alike the newer, then the one with the higher id. */
export function mostAlike<D extends Decided>(
  asked: Comparable,
  decided: readonly D[],
  most: number,
): (D & { readonly alike: Likeness[] })[] {
  return decided
    .map(one => ({ ...one, alike: likenessOf(asked, one) }))
    .sort(
      (a, b) =>
        points(b.alike) - points(a.alike) ||
        b.decidedOn.localeCompare(a.decidedOn) ||
        Number(b.id) - Number(a.id),
    )
    .slice(0, most);
}
