/** Reads what the writer of an enquiry called a number, from the words right before it, for whoever has to find the invoice. */
import { NumberLabel } from './query-number.enums.ts';

/** A label stands at most this far before its number. */
const NEAR = 40;

const NR = String.raw`[\s.:=#"'(–-]*(?:(?:nr|no|num|number|nummer|numer|er|is|var|was|med|with|for|på)\b[\s.:=#"'(–-]*){0,3}$`;
const label = (words: string): RegExp => new RegExp(String.raw`(?<![\p{L}])(?:${words})${NR}`, 'iu');

/** Narrower words first: "vår referanse" is no reference of the buyer's, "kreditnota" no invoice. */
const LABELS: readonly (readonly [NumberLabel, RegExp])[] = [
  [
    NumberLabel.NATIONAL_ID,
    label('fnr|f\\.?nr|fødselsn(?:umme)?r|personn(?:umme)?r|d-?n(?:umme)?r|national id|fødselsdato'),
  ],
  [NumberLabel.KID, label('kid(?:-?n(?:umme)?r|-?kode)?|payment ref(?:erence)?|betalingsref(?:eranse)?')],
  [NumberLabel.CREDIT_NOTE, label('kredit+nota(?:en|n|nr|nummer)?|kreditn(?:umme)?r|credit ?notes?')],
  [
    NumberLabel.INVOICE,
    label(
      'e?-?faktura(?:en|n|er|ene)?(?:n(?:umme)?r)?|fakturan(?:umme)?r(?:et)?|fakt|invoices?|inv|regning(?:en|a|snr)?|rekning(?:a|snr)?|ehf(?:en|-fil(?:en)?)?|bilag(?:et|snr)?',
    ),
  ],
  [
    NumberLabel.OUR_REFERENCE,
    label(
      '(?:vår|our|hms-?kort) ?ref(?:\\.|eranse|erence)?|bestilling(?:en|a|sn(?:umme)?r)?|best\\.? ?nr|tinging(?:a|sn(?:umme)?r)?|portal(?:ordre|nr)?',
    ),
  ],
  [NumberLabel.ORDER, label('ordre?(?:n|r)?(?:-?n(?:umme)?r)?|ordre(?:n|ne)?|ordrenum+er|orders?|order-?id')],
  [
    NumberLabel.ORGANISATION,
    label(
      'org(?:\\.? ?n(?:umme)?r|anisasjonsn(?:umme)?r)?|organi[sz]ation|company(?: reg(?:istration)?)?|foretaksn(?:umme)?r|føretaksn(?:umme)?r|mva|vat|no|(?:under|hoved)enhet(?:en)?|(?:under|hovud)eining(?:a)?',
    ),
  ],
  [NumberLabel.CARD, label('(?:hms-?)?kort(?:et)?(?:n(?:umme)?r)?|(?:hse )?card')],
  [NumberLabel.CASE, label('sak(?:en|a|sn(?:umme)?r)?|case')],
  [NumberLabel.PHONE, label('tlf|tel(?:efon)?|mob(?:il)?|phone|ring(?: meg)?(?: på)?|call(?: me)?(?: at)?')],
  [NumberLabel.ACCOUNT, label('(?:bank)?konto(?:en|n(?:umme)?r)?|account')],
  [
    NumberLabel.REFERENCE,
    label(
      '(?:deres |dykkar |your |kunde|innkjøps)?ref(?:\\.|eranse(?:n)?|erence)?|po|p\\.o|innkjøpsordre|prosjekt(?:n(?:umme)?r)?|project|avdeling|avd|merke(?:t|s)?',
    ),
  ],
];

const LATEST = (texts: readonly (readonly [NumberLabel, number])[]): NumberLabel | null =>
  texts.reduce<readonly [NumberLabel, number] | null>(
    (best, one) => (best === null || one[1] < best[1] ? one : best),
    null,
  )?.[0] ?? null;

/** `from`: where the number before this one ended, so that its label is not taken twice. Null when nothing names it. */
export function labelBefore(text: string, start: number, from: number): NumberLabel | null {
  const words = text.slice(Math.max(from, start - NEAR), start);
  return LATEST(
    LABELS.flatMap(([name, pattern]) => {
      const at = pattern.exec(words);
      return at ? [[name, at.index] as const] : [];
    }),
  );
}
