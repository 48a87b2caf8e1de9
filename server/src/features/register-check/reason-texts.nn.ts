/** The reasons and remedies in Nynorsk, written to the orderer. */
import type { CheckWordings } from './reason-wording.ts';

const RIGHT_AT_SOURCE = 'Få opplysningane retta i registeret.';

export const checkTextsNn: CheckWordings = {
  NO_ANSWER: { label: 'Registeret svarer ikkje. Vi spør igjen av oss sjølve.', remedies: [] },

  ENH_UNKNOWN: {
    label: 'Einingsregisteret kjenner ikkje organisasjonsnummeret.',
    remedies: [
      'Kontroller organisasjonsnummeret.',
      'Registrer verksemda i Einingsregisteret gjennom Samordna registermelding.',
    ],
  },
  ENH_REMOVED: {
    label: 'Verksemda er sletta i Einingsregisteret, så det kan ikkje lagast HMS-kort for henne.',
    remedies: ['Er verksemda overteken eller fusjonert, bestiller den nye verksemda nye kort.'],
  },
  ENH_BANKRUPT: {
    label: 'Verksemda er registrert som konkurs i Einingsregisteret.',
    remedies: ['Er konkursen oppheva, blir det meldt til Einingsregisteret.', RIGHT_AT_SOURCE],
  },
  ENH_WINDING_UP: {
    label: 'Verksemda er registrert under avvikling eller oppløysing i Einingsregisteret.',
    remedies: ['Er avviklinga avbroten, blir det meldt til Einingsregisteret.', RIGHT_AT_SOURCE],
  },
  ENH_UNIT_CLOSED: {
    label: 'Undereininga bestillinga gjeld, er nedlagd i Einingsregisteret.',
    remedies: [
      'Bestill på nytt for ei undereining som er i drift.',
      'Er undereininga i drift, blir det meldt til Einingsregisteret.',
    ],
  },
  ENH_UNIT_MOVED: {
    label: 'Undereininga høyrer no til ei anna hovudeining i Einingsregisteret.',
    remedies: ['Den nye hovudeininga bestiller kort i sitt namn.'],
  },
  FR_NOT_REGISTERED: {
    label: 'Verksemda har plikt til å stå i Føretaksregisteret, men gjer det ikkje.',
    remedies: ['Registrer verksemda i Føretaksregisteret gjennom Samordna registermelding.', RIGHT_AT_SOURCE],
  },
  FR_NO_DUTY: { label: 'Verksemda har ikkje plikt til å stå i Føretaksregisteret.', remedies: [] },
  MVA_NOT_REGISTERED: {
    label: 'Verksemda er ikkje registrert i Meirverdiavgiftsregisteret.',
    remedies: [
      'Registrer verksemda i Meirverdiavgiftsregisteret hos Skatteetaten.',
      'Er verksemda ikkje avgiftspliktig, kan bestillaren eigenerklære det når kort blir bestilte.',
      'Elles kan verksemda søkje om unntak.',
    ],
  },
  BY_EXCEPTION: { label: 'Arbeidstilsynet har gitt unntak frå dette registeret.', remedies: [] },
  MVA_DECLARED: { label: 'Bestillaren har erklært at verksemda ikkje er avgiftspliktig.', remedies: [] },
  MVA_SECTOR_AS_USUAL: {
    label: 'Verksemder av dette slaget bestiller som vanleg utan å stå i Meirverdiavgiftsregisteret.',
    remedies: [],
  },

  FREG_UNKNOWN: {
    label: 'Folkeregisteret kjenner ikkje nummeret, eller seier ikkje om det er aktivt.',
    remedies: [
      'Kontroller fødselsnummeret eller D-nummeret.',
      'Den tilsette kan få det avklart på eit skattekontor.',
    ],
  },
  FREG_INACTIVE: {
    label: 'D-nummeret er inaktivt i Folkeregisteret.',
    remedies: [
      'Den tilsette møter til ID-kontroll på eit skattekontor eller hos SUA for å få nummeret aktivt igjen.',
      RIGHT_AT_SOURCE,
    ],
  },
  FREG_REPLACED: {
    label: 'Den tilsette har fått eit nytt nummer i Folkeregisteret.',
    remedies: [
      'Bestill på nytt med det nye nummeret.',
      'Meld arbeidsforholdet med det nye nummeret i neste a-melding.',
    ],
  },
  FREG_DECEASED: { label: 'Personen er registrert som død i Folkeregisteret.', remedies: [] },

  AA_NOT_REGISTERED: {
    label: 'Aa-registeret kjenner ikkje noko arbeidsforhold for den tilsette i verksemda.',
    remedies: [
      'Meld arbeidsforholdet på undereininga i neste a-melding. Vi spør Aa-registeret igjen kvar natt.',
      'Utsende arbeidstakarar blir melde i oppdragsregisteret (RF-1199) i staden. Bestill då kortet som utsend.',
    ],
  },
  AA_ONLY_IN_MAIN_UNIT: {
    label: 'Meldt på feil eining: arbeidsforholdet står på hovudeininga.',
    remedies: ['Flytt arbeidsforholdet til undereininga i neste a-melding.'],
  },
  AA_OTHER_UNIT: {
    label: 'Meldt på feil eining: arbeidsforholdet står på ei anna undereining.',
    remedies: [
      'Flytt arbeidsforholdet til undereininga i neste a-melding.',
      'Er det bestillinga som er på feil undereining, bestill på nytt for den rette.',
    ],
  },
  AA_NOT_STARTED: {
    label: 'Arbeidsforholdet har ikkje byrja enno. Bestillinga ventar til første arbeidsdag.',
    remedies: ['Byrjar den tilsette tidlegare, rettar de startdatoen i a-meldinga.'],
  },
  AA_ENDED: {
    label: 'Arbeidsforholdet er meldt avslutta i Aa-registeret.',
    remedies: [
      'Er det feil, rettar de sluttdatoen i a-meldinga.',
      'Er den tilsette komen tilbake, melder de det nye arbeidsforholdet.',
    ],
  },
  AA_PROPRIETOR: {
    label: 'Innehavar av enkeltpersonføretaket, og difor ikkje i Aa-registeret.',
    remedies: [],
  },
  OAR_NOT_REGISTERED: {
    label: 'Oppdraget er ikkje meldt i oppdragsregisteret (RF-1199).',
    remedies: [
      'Meld oppdraget og den utsende til Skatteetaten på RF-1199.',
      'Er den tilsette ikkje utsend, bestill på nytt som tilsett.',
    ],
  },
  OAR_NOT_STARTED: {
    label: 'Oppdraget har ikkje byrja enno. Bestillinga ventar til første dag.',
    remedies: ['Byrjar oppdraget tidlegare, rettar de datoen på RF-1199.'],
  },
  OAR_ENDED: {
    label: 'Oppdraget er meldt avslutta i oppdragsregisteret.',
    remedies: ['Er oppdraget forlengt, melder de ny sluttdato på RF-1199.'],
  },

  UDI_NO: {
    label: 'UDI har ikkje registrert at personen har rett til å arbeide i Noreg.',
    remedies: [
      'Personen søkjer eller fornyar opphaldsløyve hos UDI.',
      'Finst eit gyldig løyve, sender de stadfestinga frå UDI i eDialog med søknad om unntak.',
    ],
  },
  UDI_UNKNOWN: {
    label: 'UDI kan ikkje svare på om personen har rett til å arbeide i Noreg.',
    remedies: ['Send stadfesting frå UDI eller opphaldskort i eDialog med søknad om unntak.'],
  },
  UDI_EXPIRED: {
    label: 'Retten til å arbeide i Noreg er utgått hos UDI.',
    remedies: ['Personen fornyar opphaldsløyvet hos UDI.'],
  },
  UDI_EEA_CITIZEN: { label: 'EØS-borgarar treng ikkje arbeidsløyve.', remedies: [] },

  CLEANING_IN_PROGRESS: {
    label:
      'Arbeidstilsynet behandlar søknaden frå verksemda om godkjenning for reinhald. Bestillinga ventar utan frist.',
    remedies: ['Svar på det Arbeidstilsynet spør om i saka.'],
  },
  CLEANING_NOT_APPROVED: {
    label: 'Arbeidstilsynet har ikkje godkjent verksemda for reinhald.',
    remedies: [
      'Vedtaket kan påklagast til Arbeidstilsynet.',
      'Blir verksemda godkjend, bestiller de kort på nytt.',
    ],
  },
  CLEANING_NOT_LISTED: {
    label: 'Verksemda står ikkje i reinhaldsregisteret.',
    remedies: ['Søk om godkjenning som reinhaldsverksemd i Altinn.'],
  },
  CAR_CARE_IN_PROGRESS: {
    label:
      'Arbeidstilsynet behandlar søknaden frå verksemda om godkjenning for bilpleie. Bestillinga ventar utan frist.',
    remedies: ['Svar på det Arbeidstilsynet spør om i saka.'],
  },
  CAR_CARE_NOT_APPROVED: {
    label: 'Arbeidstilsynet har ikkje godkjent verksemda for bilpleie, hjulskift og hjullagring.',
    remedies: [
      'Vedtaket kan påklagast til Arbeidstilsynet.',
      'Blir verksemda godkjend, bestiller de kort på nytt.',
    ],
  },
  CAR_CARE_NOT_LISTED: {
    label: 'Verksemda står ikkje i bilpleieregisteret.',
    remedies: ['Søk om godkjenning for bilpleie, hjulskift og hjullagring i Altinn.'],
  },
  STAFFING_NOT_AGENCY: { label: 'Verksemda leiger ikkje ut arbeidskraft.', remedies: [] },
  STAFFING_NOT_APPROVED: {
    label: 'Verksemda er ikkje godkjend som bemanningsføretak.',
    remedies: ['Søk om godkjenning på nytt hos Arbeidstilsynet. Svaret kjem med ein gong.'],
  },
  STAFFING_NOT_LISTED: {
    label: 'Verksemda leiger ut arbeidskraft, men står ikkje i bemanningsføretaksregisteret.',
    remedies: [
      'Søk om godkjenning som bemanningsføretak hos Arbeidstilsynet.',
      'Leiger verksemda ikkje ut, rettar de næringskoden i Einingsregisteret.',
    ],
  },
  STAFFING_LAPSED: {
    label: 'Godkjenninga som bemanningsføretak er utgått.',
    remedies: ['Forny godkjenninga hos Arbeidstilsynet. Ho gjeld eitt år om gongen.'],
  },
};
