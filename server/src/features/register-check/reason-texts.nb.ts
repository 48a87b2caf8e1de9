/** The reasons and remedies in Bokmål, written to the orderer. */
import type { CheckWordings } from './reason-wording.ts';

const RIGHT_AT_SOURCE = 'Få opplysningene rettet i registeret.';

export const checkTextsNb: CheckWordings = {
  NO_ANSWER: { label: 'Registeret svarer ikke. Vi spør igjen av oss selv.', remedies: [] },

  ENH_UNKNOWN: {
    label: 'Enhetsregisteret kjenner ikke organisasjonsnummeret.',
    remedies: [
      'Kontroller organisasjonsnummeret.',
      'Registrer virksomheten i Enhetsregisteret gjennom Samordnet registermelding.',
    ],
  },
  ENH_REMOVED: {
    label: 'Virksomheten er slettet i Enhetsregisteret, så det kan ikke lages HMS-kort for den.',
    remedies: ['Er virksomheten overtatt eller fusjonert, bestiller den nye virksomheten nye kort.'],
  },
  ENH_BANKRUPT: {
    label: 'Virksomheten er registrert som konkurs i Enhetsregisteret.',
    remedies: ['Er konkursen opphevet, meldes det til Enhetsregisteret.', RIGHT_AT_SOURCE],
  },
  ENH_WINDING_UP: {
    label: 'Virksomheten er registrert under avvikling eller oppløsning i Enhetsregisteret.',
    remedies: ['Er avviklingen avbrutt, meldes det til Enhetsregisteret.', RIGHT_AT_SOURCE],
  },
  ENH_UNIT_CLOSED: {
    label: 'Underenheten bestillingen gjelder, er nedlagt i Enhetsregisteret.',
    remedies: [
      'Bestill på nytt for en underenhet som er i drift.',
      'Er underenheten i drift, meldes det til Enhetsregisteret.',
    ],
  },
  ENH_UNIT_MOVED: {
    label: 'Underenheten hører nå til en annen hovedenhet i Enhetsregisteret.',
    remedies: ['Den nye hovedenheten bestiller kort i sitt navn.'],
  },
  FR_NOT_REGISTERED: {
    label: 'Virksomheten har plikt til å stå i Foretaksregisteret, men gjør det ikke.',
    remedies: [
      'Registrer virksomheten i Foretaksregisteret gjennom Samordnet registermelding.',
      RIGHT_AT_SOURCE,
    ],
  },
  FR_NO_DUTY: { label: 'Virksomheten har ikke plikt til å stå i Foretaksregisteret.', remedies: [] },
  MVA_NOT_REGISTERED: {
    label: 'Virksomheten er ikke registrert i Merverdiavgiftsregisteret.',
    remedies: [
      'Registrer virksomheten i Merverdiavgiftsregisteret hos Skatteetaten.',
      'Er virksomheten ikke avgiftspliktig, kan bestilleren egenerklære det når kort bestilles.',
      'Ellers kan virksomheten søke om unntak.',
    ],
  },
  BY_EXCEPTION: { label: 'Arbeidstilsynet har gitt unntak fra dette registeret.', remedies: [] },
  MVA_DECLARED: { label: 'Bestilleren har erklært at virksomheten ikke er avgiftspliktig.', remedies: [] },
  MVA_SECTOR_AS_USUAL: {
    label: 'Virksomheter av dette slaget bestiller som vanlig uten å stå i Merverdiavgiftsregisteret.',
    remedies: [],
  },

  FREG_UNKNOWN: {
    label: 'Folkeregisteret kjenner ikke nummeret, eller oppgir ikke om det er aktivt.',
    remedies: [
      'Kontroller fødselsnummeret eller D-nummeret.',
      'Den ansatte kan få det avklart på et skattekontor.',
    ],
  },
  FREG_INACTIVE: {
    label: 'D-nummeret er inaktivt i Folkeregisteret.',
    remedies: [
      'Den ansatte møter til ID-kontroll på et skattekontor eller hos SUA for å få nummeret aktivt igjen.',
      RIGHT_AT_SOURCE,
    ],
  },
  FREG_REPLACED: {
    label: 'Den ansatte har fått et nytt nummer i Folkeregisteret.',
    remedies: [
      'Bestill på nytt med det nye nummeret.',
      'Meld arbeidsforholdet med det nye nummeret i neste a-melding.',
    ],
  },
  FREG_DECEASED: { label: 'Personen er registrert som død i Folkeregisteret.', remedies: [] },

  AA_NOT_REGISTERED: {
    label: 'Aa-registeret kjenner ikke noe arbeidsforhold for den ansatte i virksomheten.',
    remedies: [
      'Meld arbeidsforholdet på underenheten i neste a-melding. Vi spør Aa-registeret igjen hver natt.',
      'Utsendte arbeidstakere meldes i oppdragsregisteret (RF-1199) i stedet. Bestill da kortet som utsendt.',
    ],
  },
  AA_ONLY_IN_MAIN_UNIT: {
    label: 'Meldt på feil enhet: arbeidsforholdet står på hovedenheten.',
    remedies: ['Flytt arbeidsforholdet til underenheten i neste a-melding.'],
  },
  AA_OTHER_UNIT: {
    label: 'Meldt på feil enhet: arbeidsforholdet står på en annen underenhet.',
    remedies: [
      'Flytt arbeidsforholdet til underenheten i neste a-melding.',
      'Er det bestillingen som er på feil underenhet, bestill på nytt for den rette.',
    ],
  },
  AA_NOT_STARTED: {
    label: 'Arbeidsforholdet har ikke begynt ennå. Bestillingen venter til første arbeidsdag.',
    remedies: ['Begynner den ansatte tidligere, rettes startdatoen i a-meldingen.'],
  },
  AA_ENDED: {
    label: 'Arbeidsforholdet er meldt avsluttet i Aa-registeret.',
    remedies: [
      'Er det feil, rettes sluttdatoen i a-meldingen.',
      'Er den ansatte kommet tilbake, meldes det nye arbeidsforholdet.',
    ],
  },
  AA_PROPRIETOR: {
    label: 'Innehaver av enkeltpersonforetaket, og derfor ikke i Aa-registeret.',
    remedies: [],
  },
  OAR_NOT_REGISTERED: {
    label: 'Oppdraget er ikke meldt i oppdragsregisteret (RF-1199).',
    remedies: [
      'Meld oppdraget og den utsendte til Skatteetaten på RF-1199.',
      'Er den ansatte ikke utsendt, bestill på nytt som ansatt.',
    ],
  },
  OAR_NOT_STARTED: {
    label: 'Oppdraget har ikke begynt ennå. Bestillingen venter til første dag.',
    remedies: ['Begynner oppdraget tidligere, rettes datoen på RF-1199.'],
  },
  OAR_ENDED: {
    label: 'Oppdraget er meldt avsluttet i oppdragsregisteret.',
    remedies: ['Er oppdraget forlenget, meldes ny sluttdato på RF-1199.'],
  },

  UDI_NO: {
    label: 'UDI har ikke registrert at personen har rett til å arbeide i Norge.',
    remedies: [
      'Personen søker eller fornyer oppholdstillatelse hos UDI.',
      'Finnes en gyldig tillatelse, sendes bekreftelsen fra UDI i eDialog med søknad om unntak.',
    ],
  },
  UDI_UNKNOWN: {
    label: 'UDI kan ikke svare på om personen har rett til å arbeide i Norge.',
    remedies: ['Send bekreftelse fra UDI eller oppholdskort i eDialog med søknad om unntak.'],
  },
  UDI_EXPIRED: {
    label: 'Retten til å arbeide i Norge er utløpt hos UDI.',
    remedies: ['Personen fornyer oppholdstillatelsen hos UDI.'],
  },
  UDI_EEA_CITIZEN: { label: 'EØS-borgere trenger ingen arbeidstillatelse.', remedies: [] },

  CLEANING_IN_PROGRESS: {
    label:
      'Arbeidstilsynet behandler virksomhetens søknad om godkjenning for renhold. Bestillingen venter uten frist.',
    remedies: ['Svar på det Arbeidstilsynet spør om i saken.'],
  },
  CLEANING_NOT_APPROVED: {
    label: 'Arbeidstilsynet har ikke godkjent virksomheten for renhold.',
    remedies: [
      'Vedtaket kan påklages til Arbeidstilsynet.',
      'Blir virksomheten godkjent, bestilles kort på nytt.',
    ],
  },
  CLEANING_NOT_LISTED: {
    label: 'Virksomheten står ikke i renholdsregisteret.',
    remedies: ['Søk om godkjenning som renholdsvirksomhet i Altinn.'],
  },
  CAR_CARE_IN_PROGRESS: {
    label:
      'Arbeidstilsynet behandler virksomhetens søknad om godkjenning for bilpleie. Bestillingen venter uten frist.',
    remedies: ['Svar på det Arbeidstilsynet spør om i saken.'],
  },
  CAR_CARE_NOT_APPROVED: {
    label: 'Arbeidstilsynet har ikke godkjent virksomheten for bilpleie, hjulskift og hjullagring.',
    remedies: [
      'Vedtaket kan påklages til Arbeidstilsynet.',
      'Blir virksomheten godkjent, bestilles kort på nytt.',
    ],
  },
  CAR_CARE_NOT_LISTED: {
    label: 'Virksomheten står ikke i bilpleieregisteret.',
    remedies: ['Søk om godkjenning for bilpleie, hjulskift og hjullagring i Altinn.'],
  },
  STAFFING_NOT_AGENCY: { label: 'Virksomheten leier ikke ut arbeidskraft.', remedies: [] },
  STAFFING_NOT_APPROVED: {
    label: 'Virksomheten er ikke godkjent som bemanningsforetak.',
    remedies: ['Søk om godkjenning på nytt hos Arbeidstilsynet. Svaret kommer med en gang.'],
  },
  STAFFING_NOT_LISTED: {
    label: 'Virksomheten leier ut arbeidskraft, men står ikke i bemanningsforetaksregisteret.',
    remedies: [
      'Søk om godkjenning som bemanningsforetak hos Arbeidstilsynet.',
      'Leier virksomheten ikke ut, rettes næringskoden i Enhetsregisteret.',
    ],
  },
  STAFFING_LAPSED: {
    label: 'Godkjenningen som bemanningsforetak er utløpt.',
    remedies: ['Forny godkjenningen hos Arbeidstilsynet. Den gjelder ett år om gangen.'],
  },
};
