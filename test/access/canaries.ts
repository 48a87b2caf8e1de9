/** Values that stand in one column of the planted rows and nowhere else, so that an answer shows where it got them from. */

import type { CaseKind } from '../../server/src/features/case/case.enums.ts';
import { checkDigits } from '../../server/src/features/person/national-id.rules.ts';

/** Whose rows: organisation 1 (issuer) or 2 (authority), images or inquiries. */
export const ZONES = ['1I', '1Q', '2I', '2Q'] as const;
export type Zone = (typeof ZONES)[number];

export const zoneOf = (organisation: 1 | 2, kind: CaseKind): Zone =>
  `${organisation}${kind === 'IMAGE_REVIEW' ? 'I' : 'Q'}`;

/** What each column says; the zone comes last, so that `zqnavn` alone finds them all. */
export const WORDS = {
  givenName: 'Zqfornavn',
  familyName: 'Zqnavn',
  ordererName: 'Zqbestiller',
  ordererRole: 'Zqstilling',
  ordererEmail: 'zqpost',
  title: 'Zqtittel',
  description: 'Zqbeskrivelse',
  holdNote: 'Zqventenotat',
  eventNote: 'Zqnotat',
  comment: 'Zqbegrunnelse',
  barComment: 'Zqinhabilgrunn',
  registerQuestion: 'Zqsporsmaal',
  registerAnswer: 'Zqsvar',
  inboundMail: 'Zqbrev',
  queryWords: 'Zqfakturasporsmaal',
  decisionText: 'Zqvedtak',
  visit: 'Zqtilsyn',
  ownDraft: 'Zqutkast',
  colleaguesDraft: 'Zqfremmedutkast',
} as const;
export type Word = keyof typeof WORDS;

export const say = (word: Word, zone: Zone): string => `${WORDS[word]}${zone}`;
export const emailOf = (zone: Zone): string => `${WORDS.ordererEmail}${zone.toLowerCase()}@firma.example`;

const dayOf = (zone: Zone) => `1${ZONES.indexOf(zone)}`;

/** A birthday nobody else has. */
export const birthDateOf = (zone: Zone): string => `1951-02-${dayOf(zone)}`;

/** The number that goes with it; synthetic, as the month says. */
export function nationalIdOf(zone: Zone): string {
  for (let serial = 100; serial < 500; serial += 1) {
    const nine = `${dayOf(zone)}8251${serial}`;
    const digits = checkDigits(nine);
    if (digits) return `${nine}${digits}`;
  }
  throw new Error('no number has check digits');
}
