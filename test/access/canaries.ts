/** Values that stand in one column of the planted rows and nowhere else, so that an answer shows where it got them from. */

/** Whose rows: organisation 1 (issuer) or 2 (authority), images or inquiries. */
export const ZONES = ['1I', '1Q', '2I', '2Q'] as const;
export type Zone = (typeof ZONES)[number];

export const zoneOf = (organisation: 1 | 2, kind: 'IMAGE_REVIEW' | 'INQUIRY'): Zone =>
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
  ownDraft: 'Zqutkast',
  colleaguesDraft: 'Zqfremmedutkast',
} as const;
export type Word = keyof typeof WORDS;

export const say = (word: Word, zone: Zone): string => `${WORDS[word]}${zone}`;
export const emailOf = (zone: Zone): string => `${WORDS.ordererEmail}${zone.toLowerCase()}@firma.example`;

/** A birthday nobody else has. */
export const birthDateOf = (zone: Zone): string => `1951-02-1${ZONES.indexOf(zone)}`;
