/** Decides what an invented identity document shows for each fault, and draws it as SVG of 500 by 352. */
import { drawBankCard, drawIdCard, drawOldLicence } from './cards.ts';
import { type Face, faceFromSeed } from './face.ts';
import type { IdFault } from './faults.ts';
import { drawPassport } from './passport.ts';
import { line, path } from './svg.ts';

export type IdKind =
  | 'passport'
  | 'travel_document'
  | 'national_id'
  | 'driving_licence'
  | 'residence_card'
  | 'bank_card';
export type PersonName = { given: string; family: string };

export type IdDrawing = {
  kind: IdKind;
  face: Face;
  name: PersonName;
  /** Dates as 1991-03-14. */
  birthDate: string;
  documentNumber: string;
  /** For the fault `expired` the caller gives a day that has passed; `expiryFor` finds one. */
  expiresOn: string;
  fault: IdFault;
};

/** What the drawing functions need once the fault has had its say. */
export type ShownId = Omit<IdDrawing, 'expiresOn'> & { expiresOn: string | null; issuedOn: string };

const FORCED_KINDS: Partial<Record<IdFault, IdKind>> = {
  bankcard: 'bank_card',
  passport_without_expiry: 'passport',
  emergency_passport: 'passport',
  licence_pre98: 'driving_licence',
};

/** Some faults exist for one kind of document only. */
export const kindShown = ({ kind, fault }: Pick<IdDrawing, 'kind' | 'fault'>): IdKind =>
  FORCED_KINDS[fault] ?? kind;

function moveYears(date: string, years: number): string {
  const moved = `${Number(date.slice(0, 4)) + years}${date.slice(4, 10)}`;
  return moved.endsWith('-02-29') ? moved.replace('-02-29', '-02-28') : moved;
}

/** A day of expiry that is true for the fault, seen from today. An emergency passport lasts some months only. */
export function expiryFor(fault: IdFault, today: string, seed: number): string {
  if (fault === 'emergency_passport') {
    const soon = Date.parse(`${today.slice(0, 10)}T12:00:00Z`) + (60 + (seed % 200)) * 86_400_000;
    return new Date(soon).toISOString().slice(0, 10);
  }
  const month = String((seed % 12) + 1).padStart(2, '0');
  const day = String(((seed * 7) % 28) + 1).padStart(2, '0');
  const year = Number(today.slice(0, 4));
  const shown = fault === 'expired' ? year - 1 - (seed % 3) : year + 1 + (seed % 8);
  return `${shown}-${month}-${day}`;
}

const RELATIVES = {
  woman: ['Mila', 'Sara', 'Elin', 'Nadia', 'Ewa'],
  man: ['Adam', 'Marek', 'Jonas', 'Ivan', 'Omar'],
} as const;

/** Somebody else with the same family name, as when a colleague or a brother lends a document. */
export function otherHolder({
  face,
  name,
  birthDate,
}: IdDrawing): Pick<IdDrawing, 'face' | 'name' | 'birthDate'> {
  const step = face.presentation === 'woman' ? 20 : 15;
  const other = faceFromSeed(face.seed + step);
  const list = RELATIVES[other.presentation].filter(given => given !== name.given);
  return {
    face: other,
    name: { given: list[face.seed % list.length] ?? 'Adam', family: name.family },
    birthDate: moveYears(birthDate, face.seed % 2 ? 4 : -6),
  };
}

function shownId(drawing: IdDrawing): ShownId {
  const holder = drawing.fault === 'person_mismatch' ? otherHolder(drawing) : {};
  const issued =
    drawing.fault === 'licence_pre98'
      ? `1996${drawing.expiresOn.slice(4, 10)}`
      : moveYears(drawing.expiresOn, drawing.fault === 'emergency_passport' ? -1 : -10);
  return {
    ...drawing,
    ...holder,
    kind: kindShown(drawing),
    issuedOn: issued,
    expiresOn: drawing.fault === 'passport_without_expiry' ? null : drawing.expiresOn,
  };
}

function drawDocument(id: ShownId): string {
  if (id.kind === 'passport' || id.kind === 'travel_document') return drawPassport(id);
  if (id.kind === 'bank_card') return drawBankCard(id);
  return id.fault === 'licence_pre98' ? drawOldLicence(id) : drawIdCard(id);
}

const GLARE =
  '<defs><radialGradient id="glare" cx=".5" cy=".5" r=".5"><stop offset="0" stop-color="#fff"/><stop offset=".55" stop-color="#fff" stop-opacity=".96"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>' +
  '<ellipse cx="292" cy="140" rx="150" ry="92" fill="url(#glare)"/><ellipse cx="236" cy="196" rx="110" ry="46" fill="url(#glare)"/><ellipse cx="200" cy="290" rx="130" ry="44" fill="url(#glare)" opacity=".9"/>';

/** The document lies on a table; a cropped picture was taken too near, so that the edges fell outside. */
function placed(document: string, fault: IdFault): string {
  const table =
    '<rect width="500" height="352" fill="#c9ccd0"/>' +
    path('M0 250L500 190V352H0z', '#bfc3c8') +
    line('M0 250L500 190', '#b3b8be', 'stroke-width="1"');
  if (fault === 'cropped')
    return `${table}<g transform="translate(-40 34) rotate(3) scale(1.36)">${document}</g>`;
  if (fault === 'unreadable')
    return `${table}<g transform="translate(10 7) scale(.96) rotate(-1.5 250 176)">${document}${GLARE}</g>`;
  return `${table}<g transform="translate(10 7) scale(.96)">${document}</g>`;
}

export function drawIdSvg(drawing: IdDrawing): string {
  const scene = placed(drawDocument(shownId(drawing)), drawing.fault);
  const font = 'font-family="DejaVu Sans, Liberation Sans, Arial, sans-serif"';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 352" width="500" height="352" ${font}>${scene}</svg>`;
}
