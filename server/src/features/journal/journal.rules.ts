/** Decides what a journal entry is called, within the house and in public, and on what ground it is shielded (offentleglova §§ 13 and 26). For the archive, and for whoever reads the public journal. */
import { oneLine } from '../correspondence/letter.rules.ts';
import type { BypassedRegister } from '../exception-catalogue/exception-catalogue.enums.ts';
import type { JournalSubject } from './journal.enums.ts';

/** Whom the case is about, and who wrote or is written to. A sole proprietor's firm bears a person's name. */
export interface Named {
  readonly name: string;
  readonly isPerson: boolean;
}

export interface JournalFacts {
  readonly subject: JournalSubject;
  readonly register: BypassedRegister;
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
const REGISTERS: Readonly<Record<BypassedRegister, string>> = {
  AA: 'Aa-registeret',
  UDI: 'UDI-kontrollen',
  MVA: 'Merverdiavgiftsregisteret',
  STAFFING: 'bemanningsregisteret',
};

const PHRASES: Readonly<Record<JournalSubject, (register: string) => string>> = {
  APPLICATION: register => `Søknad om unntak fra ${register}`,
  DOCUMENT: register => `Dokument til søknad om unntak fra ${register}`,
  APPEAL: register => `Klage på vedtak om unntak fra ${register}`,
  APPEAL_BODY_ANSWER: register => `Klageinstansens avgjørelse om unntak fra ${register}`,
  GRANT: register => `Vedtak: unntak fra ${register} er innvilget`,
  REFUSAL: register => `Vedtak: søknad om unntak fra ${register} er avslått`,
  DISMISSAL: register => `Vedtak: søknad om unntak fra ${register} er avvist`,
  WITHDRAWAL: register => `Vedtak: unntak fra ${register} er trukket tilbake`,
  DEFICIENCY: register => `Mangelbrev: søknad om unntak fra ${register}`,
  WRONG_CHANNEL: register => `Svar på e-post om unntak fra ${register}: feil kanal`,
  INTERIM_REPLY: register => `Foreløpig svar: søknad om unntak fra ${register}`,
  ADVANCE_NOTICE: register => `Forhåndsvarsel om tilbaketrekking av unntak fra ${register}`,
  APPEAL_RECEIVED: register => `Bekreftelse på mottatt klage: unntak fra ${register}`,
  APPEAL_FORWARDED: register => `Oversendelse av klage til klageinstansen: unntak fra ${register}`,
  APPEAL_REVERSED: register => `Vedtak i klagesak: unntak fra ${register} er innvilget`,
  APPEAL_LATE: register => `Vedtak: klage om unntak fra ${register} er avvist som for sen`,
  PROPOSAL: register => `Forslag til vedtak om unntak fra ${register}`,
  ASSESSMENT: register => `Vurdering av klage om unntak fra ${register}`,
  ENTRY_WARNED: register => `Varsel om at unntak fra ${register} går ut`,
  ENTRY_END_TOLD: register => `Melding om at unntak fra ${register} er avsluttet`,
  ENTRY_EXPIRED: register => `Unntak fra ${register} er gått ut`,
  ENTRY_ENDED: register => `Unntak fra ${register} er avsluttet fordi rollen er opphørt`,
  ENTRY_DELETED: register => `Oppføring om unntak fra ${register} er slettet etter tiden`,
  LETTER_RETURNED: register => `Brev om unntak fra ${register} kom i retur`,
  LETTER_STOPPED: register => `Brev om unntak fra ${register} ble stanset før det ble sendt`,
};

export const SHIELDED = '***';
/** «Unntatt offentlighet». Papers about a person carry her number too. */
const ACCESS = {
  accessCode: 'UO',
  accessBasis: 'offl. § 13 jf. fvl. § 13 første ledd nr. 1; offl. § 26 femte ledd',
};

export function journalTitle({ subject, register, about }: JournalFacts): JournalTitle {
  const phrase = PHRASES[subject](REGISTERS[register]);
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
