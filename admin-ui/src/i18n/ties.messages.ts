import { defineMessages } from './define-messages.ts';

/** Habilitet: what I am tied to, and why a case is not mine (fvl. § 6). */
export const ties = defineMessages(
  {
    title: 'Mine tilknytninger',
    lead: 'Oppgi hvem og hvilke virksomheter du er knyttet til. Da får du aldri en sak om dem.',
    list: 'Oppgitt av deg',
    none: {
      title: 'Du har ikke oppgitt noen tilknytning',
      text: 'Begynn med deg selv, så familie, arbeidsgiver og virksomheter du har del i.',
    },
    declaredOn: 'oppgitt %{date}',
    unknownFirm: 'ikke kjent i systemet ennå',
    declare: 'Oppgi en tilknytning',
    who: 'Hva slags tilknytning?',
    confirm: 'Oppgi tilknytningen',
    wrongNumber: 'Nummeret er ikke gyldig. Sjekk sifrene.',
    declared: 'Tilknytningen er oppgitt. Saker om den er ikke lenger dine.',
    field: {
      nationalId: 'Fødselsnummer eller D-nummer',
      nationalIdHelp: 'Lagres kryptert og vises aldri igjen, bare de seks første sifrene',
      orgNumber: 'Organisasjonsnummer',
      orgNumberHelp: 'Gjelder hele virksomheten, med alle underenheter',
    },
    kind: {
      SELF: { title: 'Meg selv', text: 'Saker der du selv er part.' },
      FAMILY: {
        title: 'Familie',
        text: 'Ektefelle, samboer, barn, foreldre, søsken og besteforeldre, også ved ekteskap og fosterforhold.',
      },
      CLOSE: {
        title: 'Noen jeg står nær',
        text: 'Du er verge eller fullmektig for personen, eller dere er nære venner eller i konflikt.',
      },
      EMPLOYER: { title: 'Arbeidsgiver', text: 'Der du arbeider ved siden av, eller nylig arbeidet.' },
      INTEREST: {
        title: 'Virksomhet jeg har del i',
        text: 'Du eller nærmeste familie leder, eier eller sitter i styret.',
      },
    },
    end: {
      verb: 'Avslutt',
      label: 'Avslutt tilknytningen til %{whom}',
      title: 'Avslutte tilknytningen til %{whom}?',
      text: 'Inhabiliteten som følger av den, faller bort i alle saker, og det står i sakene. Nummeret slettes.',
      confirm: 'Avslutt tilknytningen',
      done: 'Tilknytningen er avsluttet',
    },
    about: {
      title: 'Om habilitet',
      why: {
        title: 'Hvorfor',
        text: 'Ingen skal avgjøre eller forberede saker om seg selv, familien eller arbeidsgiveren (forvaltningsloven § 6). Du vurderer selv først (§ 8). Er du i tvil, oppgir du den.',
      },
      whoSees: {
        title: 'Hvem ser det',
        text: 'Bare du ser denne siden. Ledere, administratorer og revisor ser ikke hvem eller hvilken virksomhet det gjelder. I en sak du er inhabil i, står navnet ditt og hva slags tilknytning det er.',
      },
      whatHappens: {
        title: 'Hva som skjer',
        text: 'Du blir straks inhabil i alle saker om dem, også de som kommer senere. Har du en slik sak nå, går den tilbake til køen.',
      },
      ends: {
        title: 'Når den er over',
        text: 'Avslutt den selv. Da slettes nummeret, og det som er igjen, er hva slags tilknytning det var, og når.',
      },
    },
    barred: {
      title: {
        OWN_CASE: 'Du er inhabil: saken gjelder deg selv',
        FAMILY: 'Du er inhabil: saken gjelder familien din',
        OWN_EMPLOYER: 'Du er inhabil: saken gjelder arbeidsgiveren din',
        CLOSE_RELATION: 'Du er inhabil: saken gjelder noen du er knyttet til',
        OTHER: 'Du er inhabil i denne saken',
      },
      text: 'Du kan lese den, men ikke forberede eller avgjøre den (forvaltningsloven § 6).',
      takers: 'Kan ta den: %{names}.',
      more: '%{names} og %{n} til',
      noTakers: 'Ingen kollega kan ta den nå. Si fra til lederen din.',
      byTie: 'Det følger av tilknytningene du har oppgitt.',
    },
  },
  {
    title: 'Tilknytingane mine',
    lead: 'Oppgi kven og kva verksemder du er knytt til. Då får du aldri ei sak om dei.',
    list: 'Oppgitt av deg',
    none: {
      title: 'Du har ikkje oppgitt noka tilknyting',
      text: 'Byrj med deg sjølv, så familie, arbeidsgivar og verksemder du har del i.',
    },
    declaredOn: 'oppgitt %{date}',
    unknownFirm: 'ikkje kjend i systemet enno',
    declare: 'Oppgi ei tilknyting',
    who: 'Kva slags tilknyting?',
    confirm: 'Oppgi tilknytinga',
    wrongNumber: 'Nummeret er ikkje gyldig. Sjekk sifra.',
    declared: 'Tilknytinga er oppgitt. Saker om ho er ikkje lenger dine.',
    field: {
      nationalId: 'Fødselsnummer eller D-nummer',
      nationalIdHelp: 'Blir lagra kryptert og aldri vist igjen, berre dei seks første sifra',
      orgNumber: 'Organisasjonsnummer',
      orgNumberHelp: 'Gjeld heile verksemda, med alle undereiningar',
    },
    kind: {
      SELF: { title: 'Meg sjølv', text: 'Saker der du sjølv er part.' },
      FAMILY: {
        title: 'Familie',
        text: 'Ektefelle, sambuar, barn, foreldre, sysken og besteforeldre, også ved ekteskap og fosterforhold.',
      },
      CLOSE: {
        title: 'Nokon eg står nær',
        text: 'Du er verje eller fullmektig for personen, eller de er nære vener eller i konflikt.',
      },
      EMPLOYER: { title: 'Arbeidsgivar', text: 'Der du arbeider ved sida av, eller nyleg arbeidde.' },
      INTEREST: {
        title: 'Verksemd eg har del i',
        text: 'Du eller næraste familie leier, eig eller sit i styret.',
      },
    },
    end: {
      verb: 'Avslutt',
      label: 'Avslutt tilknytinga til %{whom}',
      title: 'Avslutte tilknytinga til %{whom}?',
      text: 'Inhabiliteten som følgjer av ho, fell bort i alle saker, og det står i sakene. Nummeret blir sletta.',
      confirm: 'Avslutt tilknytinga',
      done: 'Tilknytinga er avslutta',
    },
    about: {
      title: 'Om habilitet',
      why: {
        title: 'Kvifor',
        text: 'Ingen skal avgjere eller førebu saker om seg sjølv, familien eller arbeidsgivaren (forvaltningslova § 6). Du vurderer sjølv først (§ 8). Er du i tvil, oppgir du ho.',
      },
      whoSees: {
        title: 'Kven ser det',
        text: 'Berre du ser denne sida. Leiarar, administratorar og revisor ser ikkje kven eller kva verksemd det gjeld. I ei sak du er inhabil i, står namnet ditt og kva slags tilknyting det er.',
      },
      whatHappens: {
        title: 'Kva som skjer',
        text: 'Du blir straks inhabil i alle saker om dei, også dei som kjem seinare. Har du ei slik sak no, går ho tilbake til køen.',
      },
      ends: {
        title: 'Når ho er over',
        text: 'Avslutt ho sjølv. Då blir nummeret sletta, og det som er att, er kva slags tilknyting det var, og når.',
      },
    },
    barred: {
      title: {
        OWN_CASE: 'Du er inhabil: saka gjeld deg sjølv',
        FAMILY: 'Du er inhabil: saka gjeld familien din',
        OWN_EMPLOYER: 'Du er inhabil: saka gjeld arbeidsgivaren din',
        CLOSE_RELATION: 'Du er inhabil: saka gjeld nokon du er knytt til',
        OTHER: 'Du er inhabil i denne saka',
      },
      text: 'Du kan lese ho, men ikkje førebu eller avgjere ho (forvaltningslova § 6).',
      takers: 'Kan ta ho: %{names}.',
      more: '%{names} og %{n} til',
      noTakers: 'Ingen kollega kan ta ho no. Sei frå til leiaren din.',
      byTie: 'Det følgjer av tilknytingane du har oppgitt.',
    },
  },
  {
    title: 'My ties',
    lead: 'Say whom and which firms you are tied to. Then you never get a case about them.',
    list: 'Declared by you',
    none: {
      title: 'You have declared no tie',
      text: 'Begin with yourself, then family, employer and firms you have a part in.',
    },
    declaredOn: 'declared %{date}',
    unknownFirm: 'not known to the system yet',
    declare: 'Declare a tie',
    who: 'What kind of tie?',
    confirm: 'Declare the tie',
    wrongNumber: 'The number is not valid. Check the digits.',
    declared: 'The tie is declared. Cases about it are no longer yours.',
    field: {
      nationalId: 'National ID number or D-number',
      nationalIdHelp: 'Stored encrypted and never shown again, only the first six digits',
      orgNumber: 'Organisation number',
      orgNumberHelp: 'Counts for the whole firm, with all its units',
    },
    kind: {
      SELF: { title: 'Myself', text: 'Cases in which you are a party yourself.' },
      FAMILY: {
        title: 'Family',
        text: 'Spouse, cohabitant, children, parents, siblings and grandparents, also by marriage and fostering.',
      },
      CLOSE: {
        title: 'Somebody close to me',
        text: 'You are the person’s guardian or representative, or you are close friends or in conflict.',
      },
      EMPLOYER: { title: 'Employer', text: 'Where you work besides, or worked until lately.' },
      INTEREST: {
        title: 'A firm I have a part in',
        text: 'You or your closest family lead it, own it or sit on its board.',
      },
    },
    end: {
      verb: 'End',
      label: 'End the tie to %{whom}',
      title: 'End the tie to %{whom}?',
      text: 'The bars that follow from it are lifted in all cases, and the cases say so. The number is deleted.',
      confirm: 'End the tie',
      done: 'The tie has ended',
    },
    about: {
      title: 'About impartiality',
      why: {
        title: 'Why',
        text: 'Nobody decides or prepares cases about herself, her family or her employer (Public Administration Act § 6). You judge it yourself first (§ 8). When in doubt, declare it.',
      },
      whoSees: {
        title: 'Who sees it',
        text: 'Only you see this page. Leaders, administrators and the auditor do not see whom or which firm it is about. In a case you are barred from stands your name and what kind of tie it is.',
      },
      whatHappens: {
        title: 'What happens',
        text: 'You are barred at once from every case about them, also those that come later. If you have such a case now, it goes back to the queue.',
      },
      ends: {
        title: 'When it is over',
        text: 'End it yourself. The number is then deleted; what is left is which kind of tie there was, and when.',
      },
    },
    barred: {
      title: {
        OWN_CASE: 'You are barred: the case is about yourself',
        FAMILY: 'You are barred: the case is about your family',
        OWN_EMPLOYER: 'You are barred: the case is about your employer',
        CLOSE_RELATION: 'You are barred: the case is about somebody you are tied to',
        OTHER: 'You are barred from this case',
      },
      text: 'You can read it, but neither prepare nor decide it (Public Administration Act § 6).',
      takers: 'Can take it: %{names}.',
      more: '%{names} and %{n} more',
      noTakers: 'No colleague can take it now. Tell your leader.',
      byTie: 'It follows from the ties you have declared.',
    },
  },
);
