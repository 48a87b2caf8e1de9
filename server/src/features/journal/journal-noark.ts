/** Writes entries of the journal as NOARK 5 has them: cases with their journal posts, in XML. For the archive. */
import Builder from 'fast-xml-builder';
import { JournalType } from './journal.enums.ts';

export interface ExportedEntry {
  readonly id: string;
  readonly caseId: string;
  /** «2026/003987». */
  readonly caseNumber: string;
  readonly openedOn: string;
  readonly entryNumber: number;
  readonly type: JournalType;
  readonly on: string;
  readonly correspondent: string | null;
  readonly title: string;
  readonly publicTitle: string;
  readonly accessCode: string | null;
  readonly accessBasis: string | null;
  readonly documentId: string | null;
  readonly letterId: string | null;
}

/** Words of the metadata catalogue. */
const TYPES: Readonly<Record<JournalType, string>> = {
  I: 'Inngående dokument',
  U: 'Utgående dokument',
  N: 'Organinternt dokument for oppfølging',
  X: 'Organinternt dokument uten oppfølging',
};
const ARCHIVE = {
  '@_xmlns': 'http://www.arkivverket.no/standarder/noark5/arkivstruktur',
  '@_xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};
const builder = new Builder({ ignoreAttributes: false, format: true });

/** Entries of one case follow one another. */
export function noarkXml(entries: readonly ExportedEntry[], creator: string): string {
  const cases = Map.groupBy(entries, ({ caseId }) => caseId);
  const tree = {
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    arkiv: {
      ...ARCHIVE,
      tittel: 'Unntak fra registre for HMS-kort',
      arkivskaper: { arkivskaperNavn: creator },
      arkivdel: { mappe: [...cases.values()].map(caseOf) },
    },
  };
  return builder.build(tree);
}

function caseOf(entries: readonly ExportedEntry[]) {
  const { caseId, caseNumber, openedOn } = entries[0] as ExportedEntry;
  const [year = '', sequence = ''] = caseNumber.split('/');
  return {
    '@_xsi:type': 'saksmappe',
    systemID: `sak-${caseId}`,
    mappeID: caseNumber,
    tittel: 'Unntak fra register',
    offentligTittel: 'Unntak fra register',
    saksaar: year,
    sakssekvensnummer: String(Number(sequence)),
    saksdato: openedOn,
    registrering: entries.map(entryOf),
  };
}

function entryOf(entry: ExportedEntry) {
  return {
    '@_xsi:type': 'journalpost',
    systemID: `journalpost-${entry.id}`,
    tittel: clean(entry.title),
    offentligTittel: clean(entry.publicTitle),
    ...(entry.accessCode
      ? { skjerming: { tilgangsrestriksjon: entry.accessCode, skjermingshjemmel: entry.accessBasis ?? '' } }
      : {}),
    ...(entry.correspondent ? { korrespondansepart: correspondentOf(entry.type, entry.correspondent) } : {}),
    dokumentbeskrivelse: papersOf(entry).map(id => ({ systemID: id })),
    journalaar: entry.on.slice(0, 4),
    journalpostnummer: String(entry.entryNumber),
    journalposttype: TYPES[entry.type],
    journaldato: entry.on,
  };
}

const correspondentOf = (type: JournalType, name: string) => ({
  korrespondanseparttype: type === JournalType.U ? 'Mottaker' : 'Avsender',
  korrespondansepartNavn: clean(name),
});

const papersOf = ({ documentId, letterId }: ExportedEntry): string[] => [
  ...(documentId ? [`dokument-${documentId}`] : []),
  ...(letterId ? [`brev-${letterId}`] : []),
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML knows no way to write them
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g;
const clean = (text: string): string => text.replaceAll(NOT_XML, '');
