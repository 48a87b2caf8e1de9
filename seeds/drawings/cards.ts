/** Draws invented cards: national identity card, residence card, driving licences new and old, and a bank card. */
import type { IdKind, ShownId } from './documents.ts';
import { cardMrz } from './mrz.ts';
import {
  field,
  holderPhoto,
  mrzLines,
  printDate,
  rosette,
  signature,
  specimen,
  text,
  waves,
} from './print.ts';

type CardLook = { title: string; code: string; from: string; to: string; line: string; ink: string };

const LOOKS: Record<Exclude<IdKind, 'passport' | 'travel_document' | 'bank_card'>, CardLook> = {
  national_id: {
    title: 'Nasjonalt ID-kort / Identity card',
    code: 'I',
    from: '#e7eef5',
    to: '#d7e4ee',
    line: '#8ea8c2',
    ink: '#243f5c',
  },
  residence_card: {
    title: 'Oppholdskort / Residence permit',
    code: 'IR',
    from: '#f4e6e4',
    to: '#e9dfee',
    line: '#c099ab',
    ink: '#5a2c46',
  },
  driving_licence: {
    title: 'Førerkort / Driving licence',
    code: 'D',
    from: '#fbe3e6',
    to: '#f4d3da',
    line: '#d38f9d',
    ink: '#7a2b3c',
  },
};

/** A card of bank-card size, 460 by 290, lying in the middle of the picture. */
function cardShape(from: string, to: string, inside: string): string {
  return (
    `<defs><linearGradient id="card" x1="0" x2="1" y1="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient><clipPath id="edge"><rect width="460" height="290" rx="16"/></clipPath></defs>` +
    `<g transform="translate(20 31)"><rect x="3" y="6" width="460" height="290" rx="16" fill="#000" opacity=".2"/><g clip-path="url(#edge)"><rect width="460" height="290" fill="url(#card)"/>${inside}</g></g>`
  );
}

function numberedLines(id: ShownId): string {
  const rows = [
    ['1.', id.name.family.toUpperCase()],
    ['2.', id.name.given.toUpperCase()],
    ['3.', `${printDate(id.birthDate)}  UTOPIA`],
    ['4a.', printDate(id.issuedOn)],
    ['4b.', printDate(id.expiresOn)],
    ['4c.', 'UTOPIA ROADS'],
    ['5.', id.documentNumber],
    ['9.', 'AM B BE'],
  ];
  return rows
    .map(
      ([label, value], row) =>
        text(166, 80 + row * 23, { value: label ?? '', size: 8.5, fill: '#7a2b3c' }) +
        text(190, 80 + row * 23, { value: value ?? '', size: 12, bold: true }),
    )
    .join('');
}

function printedFields(id: ShownId, code: string): string {
  const sex = id.face.presentation === 'woman' ? 'F' : 'M';
  const document = { code, issuer: 'UTO', documentNumber: id.documentNumber, expiresOn: id.expiresOn };
  return [
    field(166, 62, ['Etternavn / Surname', id.name.family.toUpperCase()]),
    field(166, 90, ['Fornavn / Given names', id.name.given.toUpperCase()]),
    field(166, 118, ['Født / Date of birth', printDate(id.birthDate)]),
    field(300, 118, ['Kjønn / Sex', sex]),
    field(166, 146, ['Dokumentnr. / No.', id.documentNumber]),
    field(300, 146, ['Nasjonalitet', 'UTO']),
    field(166, 174, ['Utløper / Date of expiry', printDate(id.expiresOn)]),
    field(300, 174, ['Utstedt / Date of issue', printDate(id.issuedOn)]),
    '<rect y="212" width="460" height="78" fill="#f7f9fa" opacity=".92"/>',
    mrzLines(cardMrz({ ...id.name, birthDate: id.birthDate, sex }, document), {
      x: 22,
      y: 234,
      width: 370,
      step: 22,
    }),
  ].join('');
}

/** A chip with contacts, as on a payment or identity card. */
const chip = (x: number, y: number): string =>
  `<rect x="${x}" y="${y}" width="46" height="36" rx="6" fill="#d8b45a"/><path d="M${x} ${y + 12}h16M${x} ${y + 24}h16M${x + 30} ${y + 12}h16M${x + 30} ${y + 24}h16M${x + 16} ${y}v36M${x + 30} ${y}v36" stroke="#8f7029" stroke-width="1.400" fill="none"/>`;

export function drawIdCard(id: ShownId): string {
  const kind = id.kind === 'driving_licence' || id.kind === 'residence_card' ? id.kind : 'national_id';
  const { title, code, from, to, line, ink } = LOOKS[kind];
  const licence = kind === 'driving_licence';
  const inside = [
    waves(line, 290),
    rosette(386, 96, line),
    text(20, 34, { value: 'SPESIMEN', size: 14, bold: true, fill: ink }),
    text(112, 34, { value: title, size: 11.5, fill: ink }),
    text(410, 34, { value: 'UTO', size: 14, bold: true, fill: ink }),
    holderPhoto(id.face, { x: 22, y: 54, width: licence ? 124 : 114 }),
    licence ? numberedLines(id) : printedFields(id, code),
    licence ? signature(30, 252, id.face.seed) : '',
    licence ? '' : chip(396, 56),
    specimen(190, licence ? 262 : 206, 36),
  ];
  return cardShape(from, to, inside.join(''));
}

/** Before 1998 a licence was a folded pink paper with a stapled, stamped photo and no day of expiry. */
export function drawOldLicence(id: ShownId): string {
  const typed = (x: number, y: number, value: string): string =>
    text(x, y, {
      value,
      size: 12,
      fill: '#2b2a3a',
      more: 'font-family="DejaVu Sans Mono, Liberation Mono, Courier New, monospace"',
    });
  const rows: readonly (readonly [string, string])[] = [
    ['1. Etternavn', id.name.family.toUpperCase()],
    ['2. Fornavn', id.name.given.toUpperCase()],
    ['3. Født', printDate(id.birthDate)],
    ['4. Utstedt av', 'UTOPIA ROADS'],
    ['Utstedt dato', printDate(id.issuedOn)],
    ['5. Nr.', id.documentNumber],
    ['Klasser', 'A  B'],
  ];
  const lines = rows
    .map(
      ([label, value], row) =>
        text(252, 62 + row * 33, { value: label, size: 7.5, fill: '#8b4a58' }) +
        typed(252, 77 + row * 33, value) +
        `<path d="M250 ${81 + row * 33}h210" stroke="#b9808b" stroke-dasharray="1 2"/>`,
    )
    .join('');
  return [
    '<rect x="12" y="14" width="482" height="330" fill="#000" opacity=".18"/><rect x="8" y="8" width="482" height="330" fill="#efc4c9"/>',
    `<g transform="translate(8 8)">${waves('#d79aa5', 330)}</g><rect x="232" y="8" width="16" height="330" fill="#7a4650" opacity=".12"/><path d="M240 8v330" stroke="#b98089"/>`,
    '<path d="M8 240l30-6-12 40zM470 8l20 0v28z" fill="#d7a5ac"/><path d="M300 338l12-26 10 26z" fill="#c9ccd0"/>',
    text(28, 40, { value: 'FØRERKORT', size: 19, bold: true, fill: '#7a2b3c' }),
    text(28, 57, { value: 'SPESIMEN  UTOPIA  Modell 1987', size: 8.5, fill: '#7a2b3c' }),
    holderPhoto(id.face, { x: 46, y: 76, width: 132, grey: true }),
    '<rect x="106" y="79" width="16" height="3" fill="#7d8288"/><rect x="106" y="244" width="16" height="3" fill="#7d8288"/>',
    `<g fill="none" stroke="#3b4a8c" stroke-width="2.500" opacity=".6"><circle cx="176" cy="240" r="36"/><circle cx="176" cy="240" r="27"/></g>`,
    text(155, 237, { value: 'UTOPIA', size: 10, bold: true, fill: '#3b4a8c', more: 'opacity=".7"' }),
    text(160, 250, {
      value: id.issuedOn.slice(0, 4),
      size: 11,
      bold: true,
      fill: '#3b4a8c',
      more: 'opacity=".7"',
    }),
    signature(50, 306, id.face.seed),
    '<path d="M44 312h140" stroke="#b9808b"/>',
    lines,
    specimen(258, 318, 34),
  ].join('');
}

export function drawBankCard(id: ShownId): string {
  const looks = [
    ['#17406d', '#2f7fb5'],
    ['#26352c', '#4f8a63'],
    ['#3a2550', '#7a4c9a'],
  ] as const;
  const [from, to] = looks[id.face.seed % looks.length] ?? looks[0];
  const white = (x: number, y: number, [value, size]: readonly [string, number]): string =>
    text(x, y, { value, size, fill: '#fff', bold: true });
  const inside = [
    '<path d="M0 220C120 120 260 300 460 120V290H0z" fill="#fff" opacity=".1"/><path d="M0 260C160 180 280 320 460 190V290H0z" fill="#fff" opacity=".1"/>',
    white(28, 48, ['Utopia Sparebank', 19]),
    text(360, 46, { value: 'SPESIMEN', size: 13, fill: '#fff', bold: true }),
    chip(32, 92),
    '<g fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"><path d="M96 100c5 6 5 14 0 20M104 96c8 9 8 20 0 28M112 92c11 12 11 25 0 36"/></g>',
    text(30, 178, { value: '0000 0000 0000 0000', size: 25, fill: '#fff', more: 'letter-spacing="2"' }),
    text(30, 206, { value: 'GYLDIG TIL', size: 7, fill: '#fff' }),
    white(84, 208, [`${id.expiresOn?.slice(5, 7) ?? '00'}/${id.expiresOn?.slice(2, 4) ?? '00'}`, 14]),
    white(30, 256, [`${id.name.given} ${id.name.family}`.toUpperCase(), 15]),
    text(330, 262, { value: 'DEBIT', size: 24, fill: '#fff', bold: true, more: 'opacity=".85"' }),
  ];
  return cardShape(from, to, inside.join(''));
}
