/** The two files of a batch for the tax authorities: the firms, and no person (docs/vat-batches.md says what stands in them). */
import { createHash } from 'node:crypto';
import { osloDate } from '../../platform/calendar/calendar.ts';
import { csvText } from '../../platform/csv.ts';

export interface DeclaredFirm {
  readonly orgNumber: string;
  readonly name: string;
  readonly firstDeclaredAt: Date;
  readonly lastDeclaredAt: Date;
  readonly declarations: number;
  /** Code of Enhetsregisteret; null: by delegation, or from before roles were kept. */
  readonly declarerRole: string | null;
  /** By which the desk finds who said it, when the authorities ask. */
  readonly reference: string | null;
}

export interface BatchFacts {
  readonly number: number;
  readonly madeAt: Date;
  readonly firms: readonly DeclaredFirm[];
}

export interface BatchFile {
  readonly bytes: Buffer;
  readonly sha256: Buffer;
}

/** The columns are the authorities' own language, whoever downloads the file. */
const HEAD = [
  ...['Sending', 'Linje', 'Organisasjonsnummer', 'Navn', 'Første erklæring', 'Siste erklæring'],
  ...['Antall erklæringer', 'Erklært i rollen', 'Referanse'],
];

const CLOCK = new Intl.DateTimeFormat('nb', {
  timeZone: 'Europe/Oslo',
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
});
const localTime = (at: Date) => `${osloDate(at)} ${CLOCK.format(at).replaceAll('.', ':')}`;

export function csvFile({ number, firms }: BatchFacts): BatchFile {
  const rows = firms.map((firm, index) => [
    ...[String(number), String(index + 1), firm.orgNumber, firm.name],
    ...[localTime(firm.firstDeclaredAt), localTime(firm.lastDeclaredAt), String(firm.declarations)],
    ...[firm.declarerRole ?? '', firm.reference ?? ''],
  ]);
  return fileOf(csvText(HEAD, rows));
}

export const FORMAT = 'hms-kort-desk/vat-self-approval/1';

export function jsonFile({ number, madeAt, firms }: BatchFacts): BatchFile {
  const body = {
    ...{ format: FORMAT, batch: number, madeAt: madeAt.toISOString() },
    firms: firms.map((firm, index) => ({
      ...{ line: index + 1, orgNumber: firm.orgNumber, name: firm.name },
      firstDeclaredAt: firm.firstDeclaredAt.toISOString(),
      lastDeclaredAt: firm.lastDeclaredAt.toISOString(),
      ...{ declarations: firm.declarations, declarerRole: firm.declarerRole, reference: firm.reference },
    })),
  };
  return fileOf(`${JSON.stringify(body, null, 2)}\n`);
}

function fileOf(text: string): BatchFile {
  const bytes = Buffer.from(text, 'utf8');
  return { bytes, sha256: createHash('sha256').update(bytes).digest() };
}

/** The same name whenever it is downloaded. */
export const fileNameOf = (number: number, format: 'csv' | 'json') =>
  `mva-selvgodkjenning-${String(number).padStart(4, '0')}.${format}`;
