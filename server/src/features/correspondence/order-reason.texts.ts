/** Why an order or a card ended or stands still, as a sentence in a letter to the orderer; suspicions are not told by mail. */
import type { Language } from '../../platform/language.ts';
import type { BlockReason } from '../card/card.enums.ts';
import type { CancelReason } from '../order/order.enums.ts';
import { CheckReason } from '../register-check/register-check.enums.ts';

type Sentence = Readonly<Record<Language, string>> | null;

const REASONS: Readonly<Record<CancelReason | BlockReason, Sentence>> = {
  DUPLICATE: {
    nb: 'Kortet var bestilt to ganger.',
    nn: 'Kortet var bestilt to gonger.',
    en: 'The card had been ordered twice.',
  },
  DECEASED: null,
  FRAUD: null,
  OWN_ERROR: {
    nb: 'Feilen var vår. Bestillingen koster ikke noe.',
    nn: 'Feilen var vår. Bestillinga kostar ikkje noko.',
    en: 'The mistake was ours. The order costs nothing.',
  },
  ORDERER_ASKS: {
    nb: 'Bestilleren har bedt om det.',
    nn: 'Bestillaren har bede om det.',
    en: 'The orderer asked for it.',
  },
  LOST: { nb: 'Kortet er meldt tapt.', nn: 'Kortet er meldt tapt.', en: 'The card has been reported lost.' },
  STOLEN: {
    nb: 'Kortet er meldt stjålet.',
    nn: 'Kortet er meldt stole.',
    en: 'The card has been reported stolen.',
  },
  DAMAGED: { nb: 'Kortet er skadet.', nn: 'Kortet er skadd.', en: 'The card is damaged.' },
  WRONG_DETAILS: {
    nb: 'Opplysningene på kortet er feil.',
    nn: 'Opplysningane på kortet er feil.',
    en: 'The details on the card are wrong.',
  },
  SCHEME_SWITCH: {
    nb: 'Den ansatte skal ha kort i en annen ordning.',
    nn: 'Den tilsette skal ha kort i ei anna ordning.',
    en: 'The employee is to have a card of another scheme.',
  },
  EMPLOYMENT_ENDED: {
    nb: 'Arbeidsforholdet er avsluttet.',
    nn: 'Arbeidsforholdet er avslutta.',
    en: 'The employment has ended.',
  },
  HOLDER_DECEASED: null,
  MISUSE: null,
  OTHER: null,
};

/** Null when there is nothing to say about it by mail, or it is no reason of staff. */
export function reasonSentence(reason: string | null, language: Language): string | null {
  if (reason === null || !Object.hasOwn(REASONS, reason)) return null;
  return REASONS[reason as keyof typeof REASONS]?.[language] ?? null;
}

/** Not told by mail: it is for the family to tell. */
const UNTOLD: ReadonlySet<string> = new Set([CheckReason.FREG_DECEASED]);

/** What registers say, one code or several with commas between. */
export const checkReasonsOf = (reason: string | null): CheckReason[] =>
  (reason ?? '')
    .split(',')
    .filter((code): code is CheckReason => Object.hasOwn(CheckReason, code) && !UNTOLD.has(code));
