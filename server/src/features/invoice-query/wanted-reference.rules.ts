/** Finds in an enquiry the reference the buyer wishes it had had ("skulle vært …"), as a suggestion to the clerk who reissues an invoice. */
import { isOrgNumber } from './number-shape.rules.ts';

export interface WantedReference {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** As long as a reference on an invoice may be. */
const LONGEST = 100;

const REFERENCE = String.raw`(?:(?:deres|dykkar|vår|kunde|your|our|the|po|p\.o\.) ?-?)?(?:ref(?:eranse(?:n)?|erence)?\b\.?|merking(?:en)?|bestillernummer)`;
const LEADS: readonly RegExp[] = [
  // "skulle vært X", "skulle ha vore merka med X", "should have been X"
  /\bskulle (?:ha )?(?:v(?:æ|ae)rt|vore|stått|hatt)\b/giu,
  /\bskal (?:v(?:æ|ae)re|vere|stå|hete)\b/giu,
  /\bshould (?:have been|be|read|say)\b/giu,
  new RegExp(
    String.raw`\b(?:riktig|rett|korrekt|ny|nye|the correct|correct|right|new)e? ${REFERENCE}`,
    'giu',
  ),
  new RegExp(
    String.raw`\b(?:endre|endra|rette|bytte?|change|correct) (?:på )?${REFERENCE}[^.\n]{0,60}? (?:til|to)\b`,
    'giu',
  ),
  /\b(?:må|skal|bør) (?:merkes|merkast|være merket|vere merka)\b/giu,
  /\bmust be marked\b/giu,
];

/** Words between the lead and the reference. */
const BETWEEN =
  /^(?:[\s:=–"'«»“”-]|(?:er|is|var|was|med|with|merket|merka|marked|satt til|ref(?:eranse|erence)?|po-?nr|nr)\b[.:]?){0,8}/iu;
/** What follows one of these is not part of it. */
const AFTER =
  /[.,;!?](?=\s+\D|\s*$)|[\n\r"»“”]|\s(?:og|men|ikke|ikkje|i stedet|istedenfor|i staden|istaden|for|på|on|and|not|instead|but|so)(?=[\s.,!]|$)|\s[-–(]\s?/iu;
/** Said of the invoice, not of its reference. */
const OTHER_VERB =
  /^(?:send|betal|bokfør|fakturer|kreditert|kreditera|lever|mott|mottak|gjort|paid|sent|billed|invoiced|issued|credited|possible|mulig|mogleg|nok|så|greit|ok|til |to |on |i |ei |et |en |ein )/iu;

export function wantedReference(text: string): WantedReference | null {
  const leads = LEADS.flatMap(lead => [...text.matchAll(lead)]).sort((a, b) => a.index - b.index);
  for (const lead of leads) {
    const wanted = after(text, lead.index + lead[0].length);
    if (wanted) return wanted;
  }
  return null;
}

function after(text: string, from: number): WantedReference | null {
  const window = text.slice(from, from + LONGEST + 60);
  const skipped = BETWEEN.exec(window)?.[0].length ?? 0;
  const rest = window.slice(skipped, skipped + LONGEST);
  if (OTHER_VERB.test(rest)) return null;
  const stop = AFTER.exec(rest)?.index ?? rest.length;
  const wanted = rest
    .slice(0, stop)
    .trimEnd()
    .replace(/[.,;:!?]+$/, '');
  if (!isReference(wanted)) return null;
  return { text: wanted, start: from + skipped, end: from + skipped + wanted.length };
}

/** An organisation number is another firm, not another reference; a masked ID number is nobody's. */
function isReference(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  if (isOrgNumber(digits) && !/\p{L}{3}/u.test(text)) return false;
  return /[\p{L}\d]/u.test(text) && !text.includes('*');
}
