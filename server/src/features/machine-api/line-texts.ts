/** Why a line of an order was refused, in words for whoever ordered it. */
import type { Language } from '../../platform/language.ts';

type Texts = Readonly<Record<Language, string>>;

/** `{from}` is the first day on which it would be taken. */
const TEXTS: Readonly<Record<string, Texts>> = {
  ORDER_UNDER_WAY: {
    nb: 'Et kort er allerede bestilt for personen i denne virksomheten. Vent til bestillingen er ferdig.',
    nn: 'Eit kort er allereie bestilt for personen i denne verksemda. Vent til bestillinga er ferdig.',
    en: 'A card has been ordered for this person in this firm already. Wait until that order is done.',
  },
  BLOCK_CARD_FIRST: {
    nb: 'Personen har et kort i en annen ordning. Sperr det først.',
    nn: 'Personen har eit kort i ei anna ordning. Sperr det først.',
    en: 'The person has a card of another scheme. Block it first.',
  },
  LIVE_CARD: {
    nb: 'Personen har et kort. Det kan fornyes fra {from}. Er det tapt, må det sperres først.',
    nn: 'Personen har eit kort. Det kan fornyast frå {from}. Er det tapt, må det sperrast først.',
    en: 'The person has a card. It can be renewed from {from}. If it is lost, block it first.',
  },
  START_TOO_FAR_AHEAD: {
    nb: 'Første arbeidsdag er for langt fram. Bestill tidligst {from}.',
    nn: 'Første arbeidsdag er for langt fram. Bestill tidlegast {from}.',
    en: 'The first day of work is too far ahead. Order on {from} at the earliest.',
  },
  NATIONAL_ID: {
    nb: 'Fødselsnummeret eller D-nummeret er feil. Kontroller sifrene.',
    nn: 'Fødselsnummeret eller D-nummeret er feil. Kontroller sifra.',
    en: 'The national ID number or D-number is wrong. Check its digits.',
  },
};

export function lineText(code: string, language: Language, from?: string): string | null {
  const texts = TEXTS[code.startsWith('NATIONAL_ID') ? 'NATIONAL_ID' : code];
  return texts ? texts[language].replace('{from}', from ?? '') : null;
}
