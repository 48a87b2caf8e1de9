/** Decides what a journal entry is called, within the house and in public, and on what ground it is shielded (offentleglova §§ 13 and 26). For the archive, and for whoever reads the public journal. */

import type { ApplicationRegister } from '../application/application.enums.ts';
import { oneLine } from '../correspondence/letter.rules.ts';
import type { JournalSubject } from './journal.enums.ts';

/** Whom the case is about, and who wrote or is written to. A sole proprietor's firm bears a person's name. */
export interface Named {
  readonly name: string;
  readonly isPerson: boolean;
}

export interface JournalFacts {
  readonly subject: JournalSubject;
  readonly register: ApplicationRegister;
  /** Of a firm, not an exception. */
  readonly approval?: boolean;
  readonly about: Named;
}

export interface JournalTitle {
  readonly title: string;
  /** Without personal data. */
  readonly publicTitle: string;
  readonly accessCode: string | null;
  readonly accessBasis: string | null;
}

/** The journal is kept in Bokmål whatever the language of the case. */
const REGISTERS: Readonly<Record<ApplicationRegister, string>> = {
  AA: 'Aa-registeret',
  UDI: 'UDI-kontrollen',
  MVA: 'Merverdiavgiftsregisteret',
  STAFFING: 'bemanningsregisteret',
  CLEANING_APPROVAL: 'renholdsregisteret',
  CAR_CARE_APPROVAL: 'registeret for bilpleie',
};

/** What an approval is of: "godkjenning som …". */
const APPROVED_AS: Readonly<Partial<Record<ApplicationRegister, string>>> = {
  CLEANING_APPROVAL: 'renholdsvirksomhet',
  CAR_CARE_APPROVAL: 'virksomhet for bilpleie, hjulskift og hjullagring',
  STAFFING: 'bemanningsforetak',
};

const matterOf = ({ register, approval }: Pick<JournalFacts, 'register' | 'approval'>): string =>
  approval ? `godkjenning som ${APPROVED_AS[register]}` : `unntak fra ${REGISTERS[register]}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const PHRASES: Readonly<Record<JournalSubject, (matter: string) => string>> = {
  APPLICATION: matter => `Søknad om ${matter}`,
  DOCUMENT: matter => `Dokument til søknad om ${matter}`,
  APPEAL: matter => `Klage på vedtak om ${matter}`,
  APPEAL_BODY_ANSWER: matter => `Klageinstansens avgjørelse om ${matter}`,
  GRANT: matter => `Vedtak: ${matter} er innvilget`,
  REFUSAL: matter => `Vedtak: søknad om ${matter} er avslått`,
  DISMISSAL: matter => `Vedtak: søknad om ${matter} er avvist`,
  WITHDRAWAL: matter => `Vedtak: ${matter} er trukket tilbake`,
  DEFICIENCY: matter => `Mangelbrev: søknad om ${matter}`,
  WRONG_CHANNEL: matter => `Svar på e-post om ${matter}: feil kanal`,
  INTERIM_REPLY: matter => `Foreløpig svar: søknad om ${matter}`,
  ADVANCE_NOTICE: matter => `Forhåndsvarsel om tilbaketrekking av ${matter}`,
  APPEAL_RECEIVED: matter => `Bekreftelse på mottatt klage: ${matter}`,
  APPEAL_FORWARDED: matter => `Oversendelse av klage til klageinstansen: ${matter}`,
  APPEAL_REVERSED: matter => `Vedtak i klagesak: ${matter} er innvilget`,
  APPEAL_LATE: matter => `Vedtak: klage om ${matter} er avvist som for sen`,
  PROPOSAL: matter => `Forslag til vedtak om ${matter}`,
  ASSESSMENT: matter => `Vurdering av klage om ${matter}`,
  INSPECTION_NOTE: matter => `Notat fra tilsyn: ${matter}`,
  ENTRY_WARNED: matter => `Varsel om at ${matter} går ut`,
  ORDERING_OPENED: matter => `Melding om at HMS-kort kan bestilles: søknad om ${matter}`,
  CONFIRMATION: matter => `Årlig melding: ${matter}`,
  CONFIRMATION_REMINDER: matter => `Påminnelse om årlig melding: ${matter}`,
  CONFIRMATION_RECEIVED: matter => `Kvittering for årlig melding: ${matter}`,
  APPROVAL_EXPIRING: matter => `Varsel om at ${matter} går ut`,
  ENTRY_END_TOLD: matter => `Melding om at ${matter} er avsluttet`,
  ENTRY_EXPIRED: matter => `${capital(matter)} er gått ut`,
  ENTRY_ENDED: matter => `${capital(matter)} er avsluttet fordi rollen er opphørt`,
  ENTRY_DELETED: matter => `Oppføring om ${matter} er slettet etter tiden`,
  LETTER_RETURNED: matter => `Brev om ${matter} kom i retur`,
  LETTER_STOPPED: matter => `Brev om ${matter} ble stanset før det ble sendt`,
};

export const SHIELDED = '***';
/** «Unntatt offentlighet». Papers about a person carry her number too. */
const ACCESS = {
  accessCode: 'UO',
  accessBasis: 'offl. § 13 jf. fvl. § 13 første ledd nr. 1; offl. § 26 femte ledd',
};

export function journalTitle({ subject, about, ...facts }: JournalFacts): JournalTitle {
  const phrase = PHRASES[subject](matterOf(facts));
  const name = oneLine(about.name);
  return about.isPerson
    ? { title: `${phrase} – ${name}`, publicTitle: `${phrase} – ${SHIELDED}`, ...ACCESS }
    : {
        title: `${phrase} – ${name}`,
        publicTitle: `${phrase} – ${name}`,
        accessCode: null,
        accessBasis: null,
      };
}
