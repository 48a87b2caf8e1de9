/** The words of the answer to a person who asks who has looked at her data, in her language. Plain, and nothing but what the log says. */
import type { Language } from '../../platform/language.ts';

export type LookupWhat =
  | 'CASE'
  | 'LIST'
  | 'NAME_SEARCH'
  | 'NUMBER_SEARCH'
  | 'NUMBER_SHOWN'
  | 'IMAGE'
  | 'LETTER'
  | 'LOG'
  | 'ORDER'
  | 'CARD'
  | 'CHECKS'
  | 'CALL'
  | 'OTHER';

export interface AnswerTexts {
  readonly title: string;
  readonly columns: readonly [string, string, string, string, string, string, string];
  readonly what: Readonly<Record<LookupWhat, string>>;
  readonly why: Readonly<Record<string, string>>;
  readonly roles: Readonly<Record<string, string>>;
  readonly system: string;
  readonly nobody: string;
  readonly summary: (persons: number, lookups: number) => string;
  readonly scope: (organisation: string | null) => string;
  readonly complaint: string;
  readonly fileName: string;
}

const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

const nb: AnswerTexts = {
  title: 'Hvem har sett opplysningene dine',
  columns: ['Dato', 'Klokkeslett', 'Hvem', 'Hva', 'Hvorfor', 'Sak', 'Antall ganger'],
  what: {
    CASE: 'Åpnet saken din: navn, fødselsdato, bestilling og det som er skrevet i saken',
    LIST: 'Så navnet ditt i en liste over saker',
    NAME_SEARCH: 'Søkte på et navn og fant deg',
    NUMBER_SEARCH: 'Søkte på fødselsnummeret ditt',
    NUMBER_SHOWN: 'Viste hele fødselsnummeret ditt i ett minutt',
    IMAGE: 'Åpnet et bilde du har sendt inn',
    LETTER: 'Leste et brev i saken din',
    LOG: 'Gikk gjennom hvem som har sett opplysningene dine',
    ORDER: 'Åpnet en bestilling av kort til deg',
    CARD: 'Så kortet ditt, eller fikk det vist og kontrollerte det',
    CHECKS: 'Så hva registrene svarte om deg',
    CALL: 'Kontrollerte identiteten din i en telefonsamtale',
    OTHER: 'Leste opplysninger om deg',
  },
  why: {
    CORRECT_ORDER: 'For å rette bestillingen',
    IDENTITY_CHECK: 'For å kontrollere identitet',
    REGISTER_LOOKUP: 'For å slå opp i et register',
    ACCESS_REQUEST: 'For å svare deg på krav om innsyn',
    OTHER: 'Annet formål, oppgitt i loggen',
    CASEWORK: 'For å behandle saken',
    OVERVIEW: 'For å ha oversikt over sakene',
    CONTROL: 'For å kontrollere bruken av opplysninger',
  },
  roles: {
    AGENT: 'kundebehandler',
    SENIOR_AGENT: 'leder for kundebehandlere',
    CASEWORKER: 'saksbehandler',
    CASEWORKER_LEAD: 'leder for saksbehandlere',
    FINANCE: 'økonomimedarbeider',
    AUDITOR: 'revisor',
    ADMIN: 'systemforvalter',
  },
  system: 'Maskinelt oppslag',
  nobody: 'Ingen har sett opplysninger om deg i denne perioden.',
  summary: (persons, lookups) =>
    `${persons} ${plural(persons, 'ansatt', 'ansatte')} har sett opplysninger om deg, ${lookups} ${plural(lookups, 'gang', 'ganger')} i alt.`,
  scope: organisation =>
    organisation
      ? `Svaret gjelder oppslag gjort av ansatte hos ${organisation}.`
      : 'Svaret gjelder alle oppslag.',
  complaint: 'Mener du at noen ikke skulle sett dette, kan du klage til Datatilsynet.',
  fileName: 'hvem-har-sett',
};

const nn: AnswerTexts = {
  title: 'Kven har sett opplysningane dine',
  columns: ['Dato', 'Klokkeslett', 'Kven', 'Kva', 'Kvifor', 'Sak', 'Tal på gonger'],
  what: {
    CASE: 'Opna saka di: namn, fødselsdato, bestilling og det som er skrive i saka',
    LIST: 'Såg namnet ditt i ei liste over saker',
    NAME_SEARCH: 'Søkte på eit namn og fann deg',
    NUMBER_SEARCH: 'Søkte på fødselsnummeret ditt',
    NUMBER_SHOWN: 'Viste heile fødselsnummeret ditt i eitt minutt',
    IMAGE: 'Opna eit bilete du har sendt inn',
    LETTER: 'Las eit brev i saka di',
    LOG: 'Gjekk gjennom kven som har sett opplysningane dine',
    ORDER: 'Opna ei bestilling av kort til deg',
    CARD: 'Såg kortet ditt, eller fekk det vist og kontrollerte det',
    CHECKS: 'Såg kva registera svara om deg',
    CALL: 'Kontrollerte identiteten din i ein telefonsamtale',
    OTHER: 'Las opplysningar om deg',
  },
  why: {
    CORRECT_ORDER: 'For å rette bestillinga',
    IDENTITY_CHECK: 'For å kontrollere identitet',
    REGISTER_LOOKUP: 'For å slå opp i eit register',
    ACCESS_REQUEST: 'For å svare deg på krav om innsyn',
    OTHER: 'Anna formål, oppgitt i loggen',
    CASEWORK: 'For å behandle saka',
    OVERVIEW: 'For å ha oversikt over sakene',
    CONTROL: 'For å kontrollere bruken av opplysningar',
  },
  roles: {
    AGENT: 'kundebehandlar',
    SENIOR_AGENT: 'leiar for kundebehandlarar',
    CASEWORKER: 'saksbehandlar',
    CASEWORKER_LEAD: 'leiar for saksbehandlarar',
    FINANCE: 'økonomimedarbeidar',
    AUDITOR: 'revisor',
    ADMIN: 'systemforvaltar',
  },
  system: 'Maskinelt oppslag',
  nobody: 'Ingen har sett opplysningar om deg i denne perioden.',
  summary: (persons, lookups) =>
    `${persons} ${plural(persons, 'tilsett', 'tilsette')} har sett opplysningar om deg, ${lookups} ${plural(lookups, 'gong', 'gonger')} i alt.`,
  scope: organisation =>
    organisation
      ? `Svaret gjeld oppslag gjorde av tilsette hos ${organisation}.`
      : 'Svaret gjeld alle oppslag.',
  complaint: 'Meiner du at nokon ikkje skulle sett dette, kan du klage til Datatilsynet.',
  fileName: 'kven-har-sett',
};

const en: AnswerTexts = {
  title: 'Who has seen your data',
  columns: ['Date', 'Time', 'Who', 'What', 'Why', 'Case', 'Number of times'],
  what: {
    CASE: 'Opened your case: name, birth date, order and what is written in the case',
    LIST: 'Saw your name in a list of cases',
    NAME_SEARCH: 'Searched for a name and found you',
    NUMBER_SEARCH: 'Searched for your national ID number',
    NUMBER_SHOWN: 'Showed your whole national ID number for a minute',
    IMAGE: 'Opened an image you have sent in',
    LETTER: 'Read a letter in your case',
    LOG: 'Went through who has seen your data',
    ORDER: 'Opened an order of a card for you',
    CARD: 'Saw your card, or was shown it and checked it',
    CHECKS: 'Saw what the registers answered about you',
    CALL: 'Checked your identity in a phone call',
    OTHER: 'Read data about you',
  },
  why: {
    CORRECT_ORDER: 'To correct the order',
    IDENTITY_CHECK: 'To check an identity',
    REGISTER_LOOKUP: 'To look something up in a register',
    ACCESS_REQUEST: 'To answer your request for access',
    OTHER: 'Another purpose, stated in the log',
    CASEWORK: 'To handle the case',
    OVERVIEW: 'To keep an overview of the cases',
    CONTROL: 'To check how data is used',
  },
  roles: {
    AGENT: 'support agent',
    SENIOR_AGENT: 'leader of support agents',
    CASEWORKER: 'caseworker',
    CASEWORKER_LEAD: 'leader of caseworkers',
    FINANCE: 'finance staff',
    AUDITOR: 'auditor',
    ADMIN: 'system administrator',
  },
  system: 'Automatic lookup',
  nobody: 'Nobody has seen data about you in this period.',
  summary: (persons, lookups) =>
    `${persons} ${plural(persons, 'member of staff has', 'members of staff have')} seen data about you, ${lookups} ${plural(lookups, 'time', 'times')} in all.`,
  scope: organisation =>
    organisation
      ? `The answer covers lookups made by staff of ${organisation}.`
      : 'The answer covers all lookups.',
  complaint:
    'If you think someone should not have seen this, you can complain to the Norwegian Data Protection Authority (Datatilsynet).',
  fileName: 'who-has-seen',
};

export const ANSWER_TEXTS: Readonly<Record<Language, AnswerTexts>> = { nb, nn, en };
