import { defineMessages } from './define-messages.ts';

export const search = defineMessages(
  {
    open: 'Søk på sak, bestilling, virksomhet eller person',
    title: 'Søk',
    hint: 'Saksnummer, bestilling, kortnummer, orgnr., navn eller fødselsnummer. Søk på fødselsnummer blir logget.',
    none: 'Ingen treff på «%{text}». Sjekk skrivemåten, eller søk på saksnummer.',
    tooShort: 'Skriv minst to tegn.',
    hits: '%{smart_count} treff |||| %{smart_count} treff',
    group: { CASE: 'Saker', ORDER: 'Bestillinger', CARD: 'Kort', FIRM: 'Virksomheter', PERSON: 'Personer' },
    keys: 'piler velger, Enter åpner',
  },
  {
    open: 'Søk på sak, bestilling, verksemd eller person',
    title: 'Søk',
    hint: 'Saksnummer, bestilling, kortnummer, orgnr., namn eller fødselsnummer. Søk på fødselsnummer blir logga.',
    none: 'Ingen treff på «%{text}». Sjekk skrivemåten, eller søk på saksnummer.',
    tooShort: 'Skriv minst to teikn.',
    hits: '%{smart_count} treff |||| %{smart_count} treff',
    group: { CASE: 'Saker', ORDER: 'Bestillingar', CARD: 'Kort', FIRM: 'Verksemder', PERSON: 'Personar' },
    keys: 'piler vel, Enter opnar',
  },
  {
    open: 'Search for case, order, firm or person',
    title: 'Search',
    hint: 'Case number, order, card number, organisation number, name or national ID. Searches on a national ID are logged.',
    none: 'Nothing found for “%{text}”. Check the spelling, or search for the case number.',
    tooShort: 'Type at least two characters.',
    hits: '%{smart_count} hit |||| %{smart_count} hits',
    group: { CASE: 'Cases', ORDER: 'Orders', CARD: 'Cards', FIRM: 'Firms', PERSON: 'Persons' },
    keys: 'arrows choose, Enter opens',
  },
);
