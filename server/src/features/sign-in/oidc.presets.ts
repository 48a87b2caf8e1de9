/** What Ansattporten and ID-porten ask of those who use them (docs.digdir.no, read November 2026). */

export interface Preset {
  readonly name: string;
  readonly issuer: string;
  readonly scope: string;
  /** Whether the request must be pushed (PAR); both offer it, and then the browser carries no parameters. */
  readonly par: boolean;
  /** Level → what is asked for, and every answer that is as sure. Older and newer names of a level mean the same. */
  readonly levels: Readonly<Record<Level, { readonly ask: string; readonly accept: readonly string[] }>>;
  /** For trying out only: production refuses it. */
  readonly test: boolean;
}

export type Level = 'substantial' | 'high';

const HIGH = ['high', 'idporten-loa-high'];
const SUBSTANTIAL = ['substantial', 'idporten-loa-substantial', ...HIGH];
const ansattporten = {
  name: 'Ansattporten',
  scope: 'openid profile',
  par: true,
  levels: {
    substantial: { ask: 'substantial', accept: SUBSTANTIAL },
    high: { ask: 'high', accept: HIGH },
  },
};
const idporten = {
  name: 'ID-porten',
  scope: 'openid profile',
  par: true,
  levels: {
    substantial: { ask: 'idporten-loa-substantial', accept: SUBSTANTIAL },
    high: { ask: 'idporten-loa-high', accept: HIGH },
  },
};

export const PRESETS: Readonly<Record<string, Preset>> = {
  ansattporten: { ...ansattporten, issuer: 'https://ansattporten.no', test: false },
  'ansattporten-test': { ...ansattporten, issuer: 'https://test.ansattporten.no', test: true },
  idporten: { ...idporten, issuer: 'https://idporten.no', test: false },
  'idporten-test': { ...idporten, issuer: 'https://test.idporten.no', test: true },
};
