/** Draws the data page of an invented passport, travel document or emergency passport. */
import type { ShownId } from './documents.ts';
import { passportMrz } from './mrz.ts';
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

type Look = {
  title: string;
  type: string;
  paper: readonly [string, string, string];
  ink: string;
  line: string;
};

const LOOKS = {
  passport: {
    title: 'Pass / Passport',
    type: 'P',
    paper: ['#dfeaf0', '#eef1ea', '#dfe7ee'],
    ink: '#27404f',
    line: '#8fa9b8',
  },
  travel_document: {
    title: 'Reisebevis / Travel document',
    type: 'PR',
    paper: ['#dde9de', '#f0f2e4', '#dbe8e2'],
    ink: '#28503c',
    line: '#8fb39c',
  },
  emergency: {
    title: 'NØDPASS / EMERGENCY PASSPORT',
    type: 'PE',
    paper: ['#f1ead8', '#f6f1e6', '#efe4d3'],
    ink: '#6a3b1c',
    line: '#c6a987',
  },
} as const satisfies Record<string, Look>;

function lookOf({ kind, fault }: ShownId): Look {
  if (fault === 'emergency_passport') return LOOKS.emergency;
  return kind === 'travel_document' ? LOOKS.travel_document : LOOKS.passport;
}

function dataFields(id: ShownId, sex: string): string {
  const expiry = id.expiresOn ? printDate(id.expiresOn) : '';
  return [
    field(190, 62, ['Etternavn / Surname', id.name.family.toUpperCase()]),
    field(190, 91, ['Fornavn / Given names', id.name.given.toUpperCase()]),
    field(190, 120, ['Statsborgerskap / Nationality', id.kind === 'travel_document' ? 'XXB' : 'UTOPIA']),
    field(340, 120, ['Kjønn / Sex', sex]),
    field(190, 149, ['Født / Date of birth', printDate(id.birthDate)]),
    field(340, 149, ['Utstedt / Date of issue', printDate(id.issuedOn)]),
    field(190, 190, ['Utløper / Date of expiry', expiry]),
    field(340, 190, [
      'Myndighet / Authority',
      id.fault === 'emergency_passport' ? 'UTO EMBASSY' : 'UTOPIA POLICE',
    ]),
  ].join('');
}

export function drawPassport(id: ShownId): string {
  const { title, type, paper, ink, line } = lookOf(id);
  const sex = id.face.presentation === 'woman' ? 'F' : 'M';
  const holder = { ...id.name, birthDate: id.birthDate, sex } as const;
  const document = {
    code: type,
    issuer: 'UTO',
    nationality: id.kind === 'travel_document' ? 'XXB' : 'UTO',
    documentNumber: id.documentNumber,
    expiresOn: id.expiresOn,
  };
  const [from, middle, to] = paper;
  const journey =
    id.fault === 'emergency_passport'
      ? text(190, 256, {
          value: 'Gyldig for én reise / Valid for a single journey',
          size: 8.5,
          bold: true,
          fill: '#a33a2c',
        })
      : '';
  return [
    `<defs><linearGradient id="paper" x1="0" x2="1" y1="0" y2="1"><stop offset="0" stop-color="${from}"/><stop offset=".5" stop-color="${middle}"/><stop offset="1" stop-color="${to}"/></linearGradient><clipPath id="page"><rect width="500" height="352" rx="14"/></clipPath></defs>`,
    `<rect x="2" y="5" width="500" height="352" rx="14" fill="#000" opacity=".16"/><g clip-path="url(#page)"><rect width="500" height="352" fill="url(#paper)"/>`,
    `${waves(line, 268)}${rosette(402, 150, line)}<rect y="262" width="500" height="90" fill="#f7f9fa"/></g>`,
    text(24, 33, { value: 'SPESIMEN', size: 14, bold: true, fill: ink }),
    text(116, 33, {
      value: title,
      size: id.fault === 'emergency_passport' ? 9.5 : 10.5,
      bold: id.fault === 'emergency_passport',
      fill: ink,
    }),
    field(316, 22, ['Type', type]),
    field(352, 22, ['Land', 'UTO']),
    field(400, 22, ['Passnr. / No.', id.documentNumber]),
    holderPhoto(id.face, { x: 26, y: 58, width: 136 }),
    dataFields(id, sex),
    journey,
    signature(350, 234, id.face.seed),
    specimen(215, 252, 40),
    mrzLines(passportMrz(holder, document), { x: 20, y: 299, width: 460, step: 30 }),
  ].join('');
}
