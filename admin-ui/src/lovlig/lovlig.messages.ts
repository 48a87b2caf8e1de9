import type { Language } from './lovlig.types.ts';

const nb = {
  page: 'Er det lovlig å kjøpe herfra?',
  language: 'Språk',
  lead: 'Renhold, bilpleie og hjulskift kan du bare kjøpe fra virksomheter i Arbeidstilsynets registre, og du kan bare leie inn fra godkjente bemanningsforetak. Det gjelder også når du kjøper renhold hjemme.',
  field: 'Organisasjonsnummer eller navn',
  check: 'Sjekk virksomheten',
  checking: 'Spør …',
  nothing: 'Skriv et organisasjonsnummer, eller minst to tegn av navnet.',
  wrongNumber:
    'Et organisasjonsnummer har ni siffer og et kontrollsiffer. Se på fakturaen eller tilbudet, og prøv igjen.',
  offline: 'Fikk ikke svar. Sjekk nettet, og prøv igjen.',
  tooMany: 'Det kom for mange spørsmål fra dette nettet. Vent et minutt.',
  yes: 'Ja, lovlig',
  no: 'Nei, ikke lovlig',
  CLEANING_APPROVAL: 'Renhold',
  CAR_CARE_APPROVAL: 'Bilpleie og hjulskift',
  STAFFING: 'Innleie av arbeidskraft',
  status_APPLICATION_IN_PROGRESS: 'Søknad under behandling',
  status_CARD_ORDER_IN_PROGRESS: 'HMS-kortbestilling under behandling',
  status_APPROVED_WITH_EMPLOYEES: 'Godkjent med ansatte',
  status_APPROVED_WITHOUT_EMPLOYEES: 'Godkjent uten ansatte',
  status_APPROVED: 'Lovlig – godkjent',
  status_NOT_APPROVED: 'Ikke godkjent',
  means_APPLICATION_IN_PROGRESS:
    'Arbeidstilsynet behandler søknaden. Du kan kjøpe mens du venter på svaret, men se her igjen før du inngår en ny avtale.',
  means_CARD_ORDER_IN_PROGRESS:
    'Virksomheten har fått lov til å bestille HMS-kort og blir godkjent når de ansatte har fått dem. Du kan kjøpe nå.',
  means_APPROVED_WITH_EMPLOYEES:
    'Virksomheten er godkjent og kan bruke ansatte. Alle som arbeider hos deg, skal bære gyldig HMS-kort.',
  means_APPROVED_WITHOUT_EMPLOYEES:
    'Virksomheten er godkjent for den som eier den, og ikke for å bruke ansatte.',
  means_APPROVED:
    'Bemanningsforetaket er godkjent. Godkjenningen gjelder ett år om gangen; se på datoen før avtalen går lenger.',
  means_NOT_APPROVED:
    'Virksomheten har fått nei, eller har mistet godkjenningen. Det er forbudt å kjøpe herfra.',
  means_AGENCY_APPLIES:
    'Bemanningsforetaket har søkt, men er ikke godkjent. Du kan ikke leie inn før det er godkjent.',
  means_AGENCY_REFUSED: 'Bemanningsforetaket er ikke godkjent. Det er forbudt å leie inn derfra.',
  means_LAPSED: 'Godkjenningen gjaldt ett år og er gått ut. Du kan ikke leie inn før den er fornyet.',
  means_BANKRUPT: 'Virksomheten er konkurs.',
  means_REMOVED: 'Virksomheten er slettet fra Enhetsregisteret.',
  windingUp: 'Virksomheten er under avvikling.',
  notInRegister: 'Står ikke i registrene',
  notInRegisterText:
    'Virksomheten har ikke søkt om godkjenning for renhold, bilpleie eller bemanning, eller den er gått ut av registeret. Du kan ikke kjøpe slike tjenester av den. Selger den noe annet, gjelder ikke kravet.',
  missing: 'Står ikke i registeret for:',
  register: 'Register',
  status: 'Status',
  since: 'Siden',
  validTo: 'Gjelder til og med',
  orgNumber: 'Org.nr.',
  place: 'Sted',
  asOf: 'Slik det sto i registeret',
  hits: 'Velg virksomheten',
  tooManyHits: 'Det er flere. Skriv mer av navnet.',
  noHits: 'Ingen med dette navnet',
  noHitsText:
    'Ingen virksomhet i registrene har dette i navnet. Søk med organisasjonsnummeret for å være sikker: det står på fakturaen eller tilbudet.',
  advice: 'Hva gjør du nå?',
  advice1:
    'Ikke bestill, og stans det som er avtalt. Å kjøpe fra en virksomhet som ikke er godkjent, kan straffes.',
  advice2: 'Spør virksomheten om den har søkt. Den står her innen et minutt etter at søknaden er registrert.',
  advice3: 'Kontroller nummeret: navnet på bilen er ikke alltid navnet i registeret.',
  more: 'Les mer hos Arbeidstilsynet',
  moreApprovals: 'Godkjenninger',
  moreAgencies: 'Godkjente bemanningsforetak',
  moreContact: 'Tips og kontakt',
  again: 'Sjekk en annen virksomhet',
};
type Key = keyof typeof nb;

const nn: Record<Key, string> = {
  page: 'Er det lovleg å kjøpe herifrå?',
  language: 'Språk',
  lead: 'Reinhald, bilpleie og hjulskift kan du berre kjøpe frå verksemder i registera til Arbeidstilsynet, og du kan berre leige inn frå godkjende bemanningsføretak. Det gjeld òg når du kjøper reinhald heime.',
  field: 'Organisasjonsnummer eller namn',
  check: 'Sjekk verksemda',
  checking: 'Spør …',
  nothing: 'Skriv eit organisasjonsnummer, eller minst to teikn av namnet.',
  wrongNumber:
    'Eit organisasjonsnummer har ni siffer og eit kontrollsiffer. Sjå på fakturaen eller tilbodet, og prøv igjen.',
  offline: 'Fekk ikkje svar. Sjekk nettet, og prøv igjen.',
  tooMany: 'Det kom for mange spørsmål frå dette nettet. Vent eit minutt.',
  yes: 'Ja, lovleg',
  no: 'Nei, ikkje lovleg',
  CLEANING_APPROVAL: 'Reinhald',
  CAR_CARE_APPROVAL: 'Bilpleie og hjulskift',
  STAFFING: 'Innleige av arbeidskraft',
  status_APPLICATION_IN_PROGRESS: 'Søknad under behandling',
  status_CARD_ORDER_IN_PROGRESS: 'HMS-kortbestilling under behandling',
  status_APPROVED_WITH_EMPLOYEES: 'Godkjend med tilsette',
  status_APPROVED_WITHOUT_EMPLOYEES: 'Godkjend utan tilsette',
  status_APPROVED: 'Lovleg – godkjend',
  status_NOT_APPROVED: 'Ikkje godkjend',
  means_APPLICATION_IN_PROGRESS:
    'Arbeidstilsynet behandlar søknaden. Du kan kjøpe medan du ventar på svaret, men sjå her igjen før du gjer ein ny avtale.',
  means_CARD_ORDER_IN_PROGRESS:
    'Verksemda har fått lov til å bestille HMS-kort og blir godkjend når dei tilsette har fått dei. Du kan kjøpe no.',
  means_APPROVED_WITH_EMPLOYEES:
    'Verksemda er godkjend og kan bruke tilsette. Alle som arbeider hos deg, skal bere gyldig HMS-kort.',
  means_APPROVED_WITHOUT_EMPLOYEES:
    'Verksemda er godkjend for den som eig ho, og ikkje for å bruke tilsette.',
  means_APPROVED:
    'Bemanningsføretaket er godkjent. Godkjenninga gjeld eitt år om gongen; sjå på datoen før avtalen går lenger.',
  means_NOT_APPROVED: 'Verksemda har fått nei, eller har mista godkjenninga. Det er forbode å kjøpe herifrå.',
  means_AGENCY_APPLIES:
    'Bemanningsføretaket har søkt, men er ikkje godkjent. Du kan ikkje leige inn før det er godkjent.',
  means_AGENCY_REFUSED: 'Bemanningsføretaket er ikkje godkjent. Det er forbode å leige inn derifrå.',
  means_LAPSED: 'Godkjenninga galdt eitt år og er gått ut. Du kan ikkje leige inn før ho er fornya.',
  means_BANKRUPT: 'Verksemda er konkurs.',
  means_REMOVED: 'Verksemda er sletta frå Einingsregisteret.',
  windingUp: 'Verksemda er under avvikling.',
  notInRegister: 'Står ikkje i registera',
  notInRegisterText:
    'Verksemda har ikkje søkt om godkjenning for reinhald, bilpleie eller bemanning, eller ho er gått ut av registeret. Du kan ikkje kjøpe slike tenester av ho. Sel ho noko anna, gjeld ikkje kravet.',
  missing: 'Står ikkje i registeret for:',
  register: 'Register',
  status: 'Status',
  since: 'Sidan',
  validTo: 'Gjeld til og med',
  orgNumber: 'Org.nr.',
  place: 'Stad',
  asOf: 'Slik det stod i registeret',
  hits: 'Vel verksemda',
  tooManyHits: 'Det er fleire. Skriv meir av namnet.',
  noHits: 'Ingen med dette namnet',
  noHitsText:
    'Inga verksemd i registera har dette i namnet. Søk med organisasjonsnummeret for å vere sikker: det står på fakturaen eller tilbodet.',
  advice: 'Kva gjer du no?',
  advice1:
    'Ikkje bestill, og stans det som er avtalt. Å kjøpe frå ei verksemd som ikkje er godkjend, kan straffast.',
  advice2: 'Spør verksemda om ho har søkt. Ho står her innan eit minutt etter at søknaden er registrert.',
  advice3: 'Kontroller nummeret: namnet på bilen er ikkje alltid namnet i registeret.',
  more: 'Les meir hos Arbeidstilsynet',
  moreApprovals: 'Godkjenningar',
  moreAgencies: 'Godkjende bemanningsføretak',
  moreContact: 'Tips og kontakt',
  again: 'Sjekk ei anna verksemd',
};

const en: Record<Key, string> = {
  page: 'Is it lawful to buy from them?',
  language: 'Language',
  lead: 'You may buy cleaning, car care and wheel changes only from firms in the registers of the Labour Inspection Authority, and hire labour only from approved staffing agencies. That goes for cleaning at home too.',
  field: 'Organisation number or name',
  check: 'Check the firm',
  checking: 'Asking …',
  nothing: 'Type an organisation number, or at least two characters of the name.',
  wrongNumber:
    'An organisation number has nine digits, the last a check digit. Look at the invoice or the offer, and try again.',
  offline: 'No answer. Check the network, and try again.',
  tooMany: 'Too many questions came from this network. Wait a minute.',
  yes: 'Yes, lawful',
  no: 'No, not lawful',
  CLEANING_APPROVAL: 'Cleaning',
  CAR_CARE_APPROVAL: 'Car care and wheel changes',
  STAFFING: 'Hiring labour',
  status_APPLICATION_IN_PROGRESS: 'Application being dealt with',
  status_CARD_ORDER_IN_PROGRESS: 'HSE cards being ordered',
  status_APPROVED_WITH_EMPLOYEES: 'Approved with employees',
  status_APPROVED_WITHOUT_EMPLOYEES: 'Approved without employees',
  status_APPROVED: 'Lawful – approved',
  status_NOT_APPROVED: 'Not approved',
  means_APPLICATION_IN_PROGRESS:
    'The Labour Inspection Authority is dealing with the application. You may buy while you wait for the answer, but look here again before you make a new agreement.',
  means_CARD_ORDER_IN_PROGRESS:
    'The firm may order HSE cards, and is approved when its employees have them. You may buy now.',
  means_APPROVED_WITH_EMPLOYEES:
    'The firm is approved and may use employees. Everyone who works at your place must wear a valid HSE card.',
  means_APPROVED_WITHOUT_EMPLOYEES: 'The firm is approved for its owner, and not for using employees.',
  means_APPROVED:
    'The agency is approved, for a year at a time; look at the date before you make an agreement that lasts longer.',
  means_NOT_APPROVED: 'The firm was refused, or has lost its approval. Buying from it is forbidden.',
  means_AGENCY_APPLIES: 'The agency has applied but is not approved. You may not hire from it before it is.',
  means_AGENCY_REFUSED: 'The agency is not approved. Hiring from it is forbidden.',
  means_LAPSED:
    'The approval was for a year, which is over. You may not hire from the agency before it is renewed.',
  means_BANKRUPT: 'The firm is bankrupt.',
  means_REMOVED: 'The firm has been removed from the Register of Legal Entities.',
  windingUp: 'The firm is being wound up.',
  notInRegister: 'Not in the registers',
  notInRegisterText:
    'The firm has not applied for approval for cleaning, car care or staffing, or it has left the register. You may not buy such services from it. If it sells something else, this does not concern it.',
  missing: 'Not in the register for:',
  register: 'Register',
  status: 'Status',
  since: 'Since',
  validTo: 'Valid to the end of',
  orgNumber: 'Org. no.',
  place: 'Place',
  asOf: 'As it stood in the register on',
  hits: 'Choose the firm',
  tooManyHits: 'There are more. Type more of the name.',
  noHits: 'Nobody of that name',
  noHitsText:
    'No firm in the registers has this in its name. Search by the organisation number to be sure: it stands on the invoice or the offer.',
  advice: 'What to do now',
  advice1:
    'Do not order, and stop what has been agreed. Buying from a firm that is not approved can be punished.',
  advice2:
    'Ask the firm whether it has applied. It is shown here within a minute after its application is registered.',
  advice3: 'Check the number: the name on the van is not always the name in the register.',
  more: 'Read more at the Labour Inspection Authority',
  moreApprovals: 'Approvals (in Norwegian)',
  moreAgencies: 'Approved staffing agencies (in Norwegian)',
  moreContact: 'Tips and contact (in Norwegian)',
  again: 'Check another firm',
};

const ALL: Record<Language, Record<Key, string>> = { nb, nn, en };

export type Translate = (key: Key) => string;
export const textsOf =
  (language: Language): Translate =>
  key =>
    ALL[language][key];
