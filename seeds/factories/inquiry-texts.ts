/** What people ask the issuer and the authority about, as they would write it. */
import type { Language } from '../../server/src/platform/language.ts';

export interface Question {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
}

const ask = (language: Language, title: string, description: string): Question => ({
  language,
  title,
  description,
});

export const ISSUER_QUESTIONS: readonly Question[] = [
  ask(
    'nb',
    'Opplastingslenken virker ikke',
    'Lenken vi fikk for to uker siden er utløpt. Kan dere sende en ny til den ansatte?',
  ),
  ask(
    'nb',
    'Bildet ble avvist to ganger',
    'Vi skjønner ikke hva som er galt med bakgrunnen. Kan noen forklare?',
  ),
  ask(
    'nb',
    'Kortet er ikke kommet',
    'Kortet skal være sendt for en uke siden, men har ikke dukket opp hos oss.',
  ),
  ask('nb', 'Feil avdeling på kortet', 'Kortet viser hovedkontoret, men han jobber på avdelingen i Ålesund.'),
  ask('nb', 'Mistet kort', 'En ansatt har mistet kortet sitt på anlegget. Hvordan bestiller vi nytt?'),
  ask(
    'nb',
    'Faktura betalt to ganger',
    'Vi ser at samme faktura er betalt to ganger. Får vi pengene tilbake?',
  ),
  ask(
    'nb',
    'Trenger kort før mandag',
    'Ny mann starter mandag. Er det mulig å få behandlet bildene før det?',
  ),
  ask('nb', 'Ansatt har bare nødpass', 'Det vanlige passet er til fornyelse. Hva kan vi bruke så lenge?'),
  ask('nb', 'Hodeplagg på bildet', 'En ansatt bruker hijab. Er det greit på bildet?'),
  ask('nb', 'Bytte av bestiller', 'Jeg har overtatt som daglig leder og må få tilgang til bestillingene.'),
  ask('nb', 'Navnet er skrevet feil', 'Etternavnet mangler en s. Kortet er ikke produsert ennå.'),
  ask(
    'nb',
    'Faktura til feil adresse',
    'Fakturaen gikk til regnskapsføreren vi hadde i fjor. Kan den sendes på nytt?',
  ),
  ask(
    'nn',
    'Opplasting frå mobil',
    'Den tilsette får ikkje lasta opp biletet frå mobilen. Det står at fila er for stor.',
  ),
  ask('nn', 'Når kjem kortet?', 'Vi bestilte for tre veker sidan og har ikkje høyrt noko. Kan de sjekke?'),
  ask('nn', 'Kort til lærling', 'Treng lærlingar HMS-kort frå første dag?'),
  ask(
    'en',
    'Upload link expired',
    'The link stopped working before our employee could use it. Please send a new one.',
  ),
  ask(
    'en',
    'Which documents are accepted?',
    'Can our employee from Lithuania use his national identity card?',
  ),
  ask('en', 'Wrong e-mail address', 'I typed the wrong address when I ordered. Can you change it?'),
];

export const AUTHORITY_QUESTIONS: readonly Question[] = [
  ask(
    'nb',
    'Deltaker i DA uten lønn',
    'Han er deltaker i selskapet og står ikke i Aa-registeret. Hva må vi sende inn?',
  ),
  ask(
    'nb',
    'Utleie fra bemanningsforetak',
    'Hvem bestiller kort når den ansatte er leid inn, vi eller utleier?',
  ),
  ask(
    'nb',
    'Godkjenning som renholdsvirksomhet',
    'Vi søkte for fem uker siden. Kan vi begynne å vaske i mellomtiden?',
  ),
  ask(
    'nb',
    'Vaktsjef uten kort på byggeplass',
    'Byggherren nekter adgang. Er det riktig når kortet er bestilt?',
  ),
  ask('nb', 'Ektefelle hjelper til', 'Kona hjelper til i firmaet uten lønn. Trenger hun kort?'),
  ask(
    'nb',
    'Klage på avslag om unntak',
    'Vi mener at vedtaket bygger på feil opplysninger og ønsker det vurdert på nytt.',
  ),
  ask('nb', 'Utenlandsk firma i tre uker', 'Vi får inn et polsk firma i tre uker. Må de ha norske kort?'),
  ask('nb', 'Varetransport med egen bil', 'Gjelder kravet om kort når sjåføren eier bilen selv?'),
  ask('nb', 'Praksisplass fra NAV', 'Vi har en på tiltak. Holder det med bekreftelsen fra NAV?'),
  ask('nb', 'Tips om manglende kort', 'På bygget ved siden av jobber det folk uten kort. Vil dere ha tips?'),
  ask(
    'nn',
    'Unntak for eigar utan løn',
    'Eg eig firmaet aleine og tek ikkje ut løn. Korleis dokumenterer eg det?',
  ),
  ask('nn', 'Godkjenning av bilpleie', 'Kor lang tid tek det å få godkjent verksemda?'),
  ask(
    'en',
    'Posted workers',
    'We are posting six workers to Norway in December. What must we send you first?',
  ),
  ask(
    'en',
    'Company without Norwegian number',
    'Can we order cards before the register has given us a number?',
  ),
];

/** Notes colleagues left on such cases. */
export const INQUIRY_NOTES: readonly string[] = [
  'Ringt tilbake, la igjen beskjed på svarer.',
  'Har spurt kollega som kan regelverket. Svar ventes i dag.',
  'Svarte muntlig. Ønsker det også skriftlig.',
  'Samme spørsmål som i fjor, se svaret der.',
];
