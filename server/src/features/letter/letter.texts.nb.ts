/** The locked texts of letters in Bokmål, version 1. */
import type { LetterCatalogue, LetterWords, WritePart } from './letter-words.rules.ts';

const part = (title: string | null, text: string) => ({ title, text });
const plain = (text: string) => part(null, text);
const since = (w: LetterWords) => (w.received ? ` som vi fikk ${w.received}` : '');
const given = (w: LetterWords) => (w.decided ? ` av ${w.decided}` : '');
const lasts = (w: LetterWords) => (w.to ? `til ${w.to}` : 'og så lenge vilkårene er oppfylt');
const untilWhen = (w: LetterWords) =>
  w.to ? `Siste dag det gjelder, er ${w.to}.` : 'Det gjelder ikke lenger.';
const lastDay = (w: LetterWords) => (w.deadline ? ` Etter vår beregning er siste dag ${w.deadline}.` : '');

const stays: WritePart = w =>
  part(
    `Dette betyr det for ${w.thee}`,
    `Kravet om ${w.register} gjelder fortsatt. En bestilling av HMS-kort går først videre når kravet er oppfylt.`,
  );

export const letterTextsNb: LetterCatalogue = {
  person: { You: 'Du', you: 'du', thee: 'deg', your: 'din' },
  firm: { You: 'Dere', you: 'dere', thee: 'dere', your: 'deres' },
  registers: {
    AA: 'Aa-registeret',
    UDI: 'UDI-kontrollen',
    MVA: 'Merverdiavgiftsregisteret',
    STAFFING: 'bemanningsregisteret',
    CLEANING_APPROVAL: 'renholdsregisteret',
    CAR_CARE_APPROVAL: 'bilpleieregisteret',
  },
  signers: { APPROVER: 'leder', DECIDER: 'saksbehandler' },
  and: 'og',
  headings: {
    DECISION_GRANT: w => `${w.You} får unntak fra ${w.register}`,
    DECISION_REFUSE: w => `${w.You} får ikke unntak fra ${w.register}`,
    DECISION_DISMISS: w => `Søknaden om unntak fra ${w.register} er avvist`,
    DECISION_WITHDRAW: w => `Unntaket fra ${w.register} er trukket tilbake`,
    DEFICIENCY: () => 'Vi mangler dokumenter til søknaden om unntak',
    WRONG_CHANNEL: () => 'Vi kan ikke behandle e-posten om HMS-kort',
    INTERIM_REPLY: () => 'Vi har ikke avgjort søknaden om unntak ennå',
    ADVANCE_NOTICE: w => `Vi vurderer å trekke tilbake unntaket fra ${w.register}`,
    APPEAL_RECEIVED: () => 'Vi har fått klagen på vedtaket om unntak',
    APPEAL_UPHELD_FORWARDED: w => `Klagen er sendt til ${w.appealBody}`,
    APPEAL_REVERSED: w => `${w.You} fikk medhold: unntak fra ${w.register}`,
    APPEAL_DISMISSED_LATE: () => 'Klagen er avvist fordi den kom for sent',
    ENTRY_EXPIRING: w => `Unntaket fra ${w.register} går snart ut`,
    ENTRY_ENDED: w => `Unntaket fra ${w.register} gjelder ikke lenger`,
    CARD_ORDERING_OPENED: () => 'Dere kan bestille HMS-kort nå',
    CONFIRMATION_REMINDER: () => 'Husk årlig melding',
    CONFIRMATION_RECEIVED: () => 'Vi har fått den årlige meldingen',
    APPROVAL_EXPIRING: w => `Godkjenningen i ${w.register} går snart ut`,
  },
  freeTitles: { FACTS: 'Opplysninger vi bygger på', GROUNDS: 'Slik har vi vurdert saken' },
  outcomes: {
    DECISION_GRANT: w =>
      plain(
        `Arbeidstilsynet har innvilget søknaden ${w.your}${since(w)}. Unntaket gjelder HMS-kort for ${w.firm} fra ${w.from} ${lasts(w)}.`,
      ),
    DECISION_REFUSE: w =>
      plain(`Arbeidstilsynet har avslått søknaden ${w.your}${since(w)}. Den gjaldt HMS-kort for ${w.firm}.`),
    DECISION_DISMISS: w =>
      plain(
        `Arbeidstilsynet har avvist søknaden ${w.your}${since(w)}. Den gjaldt HMS-kort for ${w.firm}. Vi har ikke tatt stilling til om vilkårene for unntak er oppfylt.`,
      ),
    DECISION_WITHDRAW: w =>
      plain(
        `Arbeidstilsynet har trukket tilbake unntaket${given(w)} som gjaldt HMS-kort for ${w.firm}. ${untilWhen(w)}`,
      ),
    DEFICIENCY: w =>
      plain(
        `Vi behandler søknaden ${w.your}${since(w)}, som gjelder unntak fra ${w.register} og HMS-kort for ${w.firm}. Vi kan ikke avgjøre den ennå.`,
      ),
    WRONG_CHANNEL: w =>
      plain(
        `Vi fikk en e-post${w.received ? ` ${w.received}` : ''} med personopplysninger. Vanlig e-post er ikke trygg nok for slike opplysninger. Vi behandler derfor ikke e-posten, og vi sletter den etter 14 dager.`,
      ),
    INTERIM_REPLY: w =>
      plain(
        `Vi behandler søknaden ${w.your}${since(w)}, som gjelder unntak fra ${w.register} og HMS-kort for ${w.firm}. Det tar lengre tid enn en måned, fordi vi har mange søknader og behandler dem etter tur.`,
      ),
    ADVANCE_NOTICE: w =>
      plain(
        `Arbeidstilsynet vurderer å trekke tilbake unntaket${given(w)} som gjelder HMS-kort for ${w.firm}. Vi har ikke bestemt oss. Først vil vi høre fra ${w.thee}.`,
      ),
    APPEAL_RECEIVED: w =>
      plain(
        `Vi fikk klagen ${w.your}${w.received ? ` ${w.received}` : ''}. Den gjelder vedtaket${given(w)} om unntak fra ${w.register} og HMS-kort for ${w.firm}.`,
      ),
    APPEAL_UPHELD_FORWARDED: w =>
      plain(
        `Vi har vurdert vedtaket${given(w)} på nytt og endrer det ikke. Det gjelder unntak fra ${w.register} og HMS-kort for ${w.firm}. Vi har sendt klagen ${w.your} og alle dokumentene i saken til ${w.appealBody}.`,
      ),
    APPEAL_REVERSED: w =>
      plain(
        `Vi har vurdert saken på nytt og endret vedtaket${given(w)}. Unntaket gjelder HMS-kort for ${w.firm} fra ${w.from} ${lasts(w)}.`,
      ),
    APPEAL_DISMISSED_LATE: w =>
      plain(
        `Vi fikk klagen ${w.your}${w.received ? ` ${w.received}` : ''}. Da var klagefristen over. Arbeidstilsynet har derfor avvist klagen på vedtaket${given(w)}, som gjaldt HMS-kort for ${w.firm}.`,
      ),
    ENTRY_EXPIRING: w =>
      plain(
        `Unntaket${given(w)} fra ${w.register}, som gjelder HMS-kort for ${w.firm}, varer til og med ${w.to}.`,
      ),
    ENTRY_ENDED: w =>
      plain(
        `Unntaket${given(w)} fra ${w.register}, som gjaldt HMS-kort for ${w.firm}, varte så lenge rollen i virksomheten gjorde det. Enhetsregisteret viser ikke lenger rollen. Siste dag unntaket gjaldt, var ${w.to}.`,
      ),
    CARD_ORDERING_OPENED: w =>
      plain(
        `Vi behandler søknaden ${w.your}${since(w)}. Vilkårene vi kan se på nå, er oppfylt. ${w.firm} kan bestille HMS-kort fra i dag.`,
      ),
    CONFIRMATION_REMINDER: w =>
      plain(
        `Vi har ikke fått årlig melding fra ${w.firm}. Alle som er godkjent i ${w.register}, må hvert år bekrefte at vilkårene fortsatt er oppfylt.`,
      ),
    CONFIRMATION_RECEIVED: w =>
      plain(
        `Takk. ${w.firm} har sendt årlig melding${w.received ? ` ${w.received}` : ''}. Godkjenningen i ${w.register} står ved lag.`,
      ),
    APPROVAL_EXPIRING: w =>
      plain(
        `Godkjenningen av ${w.firm} i ${w.register} varer til og med ${w.to}. Den gjelder ett år om gangen.`,
      ),
  },
  parts: {
    EFFECT: w =>
      part(
        `Dette betyr det for ${w.thee}`,
        `Unntaket gjør at kravet om ${w.register} regnes som oppfylt. Alle andre krav gjelder fortsatt. En bestilling som har ventet på dette, går videre av seg selv. Si fra til oss hvis noe endrer seg.`,
      ),
    LEGAL: w => part('Regler vi har brukt', `Vi har brukt ${w.legalRefs}.`),
    MISSING: w => part('Dette mangler', w.missing),
    HOW_TO_SEND: w =>
      part(
        `Slik sender ${w.you} det`,
        `Logg inn i portalen med eID, eller send det i posten til ${w.officeAddress}. Merk sendingen «HMS-kort» og saksnummer ${w.caseNumber}. ${w.mailAllowed ? 'E-post er også i orden, så lenge dokumentene bare handler om virksomheten.' : 'Send ikke dokumentene i vanlig e-post.'}`,
      ),
    ANSWER_BY: w => part('Frist', `Vi må ha svaret innen ${w.deadline}.`),
    CONSEQUENCE: w =>
      plain(
        `Saken står stille mens vi venter. Får vi ikke dokumentene innen fristen, avgjør vi saken med det vi har. Da kan søknaden ${w.your} bli avvist eller avslått.`,
      ),
    COMMENT: w =>
      part(
        `${w.You} kan uttale ${w.you === 'du' ? 'deg' : 'dere'}`,
        `Skriv til oss hvis ${w.you} mener at noe er feil eller mangler. ${w.You} har rett til å se dokumentene i saken.`,
      ),
    NEXT_STEP: w =>
      part(
        'Dette skjer nå',
        `Vi vurderer saken på nytt. Endrer vi ikke vedtaket, sender vi klagen til ${w.appealBody}. ${w.You} får brev fra oss uansett.`,
      ),
    APPEAL_RIGHT: w =>
      part(
        `${w.You} kan klage`,
        `${w.You} kan klage hvis ${w.you} mener at vedtaket er feil. Klagen må være skriftlig og underskrevet, eller sendt fra portalen etter innlogging med eID. Skriv hvilket vedtak klagen gjelder, hva som bør endres, og hvorfor.`,
      ),
    APPEAL_DEADLINE: w => plain(`Fristen er tre uker etter at ${w.you} fikk brevet.${lastDay(w)}`),
    APPEAL_BODY: w =>
      plain(
        `Send klagen til Arbeidstilsynet. Vi vurderer saken på nytt. Endrer vi ikke vedtaket, sender vi klagen til ${w.appealBody}, som avgjør den. ${w.You} kan be om at vedtaket ikke settes i verk før klagen er avgjort.`,
      ),
    ACCESS: w =>
      part(
        `${w.You} kan se dokumentene`,
        `${w.You} har rett til å se dokumentene i saken. Ta kontakt med oss, så får ${w.you} også råd om hvordan ${w.you} kan klage.`,
      ),
    CONTACT: w =>
      part(
        'Spørsmål?',
        `Ring oss på ${w.officePhone} eller skriv til ${w.officeAddress}. Oppgi saksnummer ${w.caseNumber}.`,
      ),
  },
  own: {
    DECISION_REFUSE: { EFFECT: stays },
    DECISION_DISMISS: { EFFECT: stays },
    DECISION_WITHDRAW: {
      EFFECT: w =>
        part(
          `Dette betyr det for ${w.thee}`,
          `Kravet om ${w.register} gjelder igjen. HMS-kort som bygger på unntaket, blir ugyldige hvis kravet ikke er oppfylt.`,
        ),
    },
    DEFICIENCY: {
      LEGAL: () =>
        plain(
          'Vi skriver fordi vi skal veilede og sørge for at saken er godt nok opplyst, se forvaltningsloven §§ 11 og 17.',
        ),
    },
    WRONG_CHANNEL: {
      CONTACT: w => part('Spørsmål?', `Ring oss på ${w.officePhone} eller skriv til ${w.officeAddress}.`),
      HOW_TO_SEND: w =>
        part(
          `Slik sender ${w.you} opplysningene trygt`,
          `Logg inn i portalen med eID, eller send alt i posten til ${w.officeAddress}. Merk sendingen «HMS-kort».`,
        ),
    },
    INTERIM_REPLY: {
      LEGAL: () =>
        plain('Vi skal si fra når en sak tar lengre tid enn en måned, se forvaltningsloven § 11 a.'),
      ANSWER_BY: w => part(`Når ${w.you} får svar`, `Vi regner med å avgjøre saken innen ${w.deadline}.`),
    },
    ADVANCE_NOTICE: {
      LEGAL: w =>
        part(
          'Regler vi bruker',
          `Vi varsler etter forvaltningsloven § 16. Vi vurderer saken etter ${w.legalRefs}.`,
        ),
    },
    APPEAL_UPHELD_FORWARDED: {
      LEGAL: w =>
        part(
          'Regler vi har brukt',
          `Vi har brukt ${w.legalRefs}. Klagen er sendt videre etter forvaltningsloven § 33.`,
        ),
      COMMENT: w =>
        part(
          `${w.You} kan uttale ${w.you === 'du' ? 'deg' : 'dere'}`,
          `${w.appealBody} avgjør klagen. ${w.You} kan sende flere opplysninger dit, og ${w.you} har rett til å se dokumentene i saken.`,
        ),
    },
    APPEAL_DISMISSED_LATE: {
      EFFECT: w => part(`Dette betyr det for ${w.thee}`, 'Vedtaket står ved lag.'),
      LEGAL: w =>
        part(
          'Regler vi har brukt',
          `Vi har brukt ${w.legalRefs}. En klage som kommer for sent, kan bare behandles i særlige tilfeller, se forvaltningsloven § 31.`,
        ),
    },
    ENTRY_EXPIRING: {
      EFFECT: w =>
        part(
          `Dette betyr det for ${w.thee}`,
          `Etter denne dagen gjelder kravet om ${w.register} igjen. HMS-kort som bygger på unntaket, blir da ugyldige hvis kravet ikke er oppfylt.`,
        ),
      NEXT_STEP: w =>
        part(
          `Dette kan ${w.you} gjøre`,
          `Trenger ${w.you} unntaket lenger, kan ${w.you} søke på nytt. Logg inn i portalen med eID, eller send søknaden i posten til ${w.officeAddress}. Søk i god tid, så vi rekker å svare før siste dag.`,
        ),
    },
    CARD_ORDERING_OPENED: {
      NEXT_STEP: w =>
        part(
          `Dette må ${w.you} gjøre`,
          `Bestill HMS-kort til alle som skal ha det. Når alle har gyldig kort, avgjør vi søknaden. ${w.You} får brev fra oss da.`,
        ),
    },
    CONFIRMATION_REMINDER: {
      NEXT_STEP: w =>
        part(
          `Slik gjør ${w.you} det`,
          `Logg inn i portalen med eID, eller send den årlige meldingen i posten til ${w.officeAddress}. Oppgi hvor mange ansatte ${w.you} har. Kommer den ikke, kan godkjenningen bli trukket tilbake.`,
        ),
    },
    CONFIRMATION_RECEIVED: {
      NEXT_STEP: w =>
        part(
          'Dette skjer nå',
          `${w.You} trenger ikke gjøre noe mer i år. Si fra til oss hvis noe endrer seg. Alle som jobber med renhold eller bilpleie, må ha gyldig HMS-kort.`,
        ),
    },
    APPROVAL_EXPIRING: {
      NEXT_STEP: w =>
        part(
          `Dette må ${w.you} gjøre`,
          `Vil ${w.you} være godkjent lenger, må ${w.you} søke på nytt. Logg inn i portalen med eID, eller send søknaden i posten til ${w.officeAddress}. Søk i god tid, så vi rekker å svare før siste dag.`,
        ),
    },
    ENTRY_ENDED: {
      EFFECT: w =>
        part(
          `Dette betyr det for ${w.thee}`,
          `Kravet om ${w.register} gjelder igjen. HMS-kort som bygger på unntaket, blir ugyldige hvis kravet ikke er oppfylt.`,
        ),
      NEXT_STEP: w =>
        part(
          `Dette kan ${w.you} gjøre`,
          `Mener ${w.you} at dette er feil, må opplysningen rettes i Enhetsregisteret. Skriv til oss når det er gjort, så ser vi på saken igjen. ${w.You} kan også søke om et nytt unntak.`,
        ),
    },
  },
  marks: { appeal: 'klage', threeWeeks: 'tre uker', documents: 'se dokumentene', automatic: 'automatisk' },
  frame: {
    reference: 'Vår ref.',
    addressFromRegister: 'Adressen hentes fra Folkeregisteret',
    automatic: 'Brevet er laget og sendt automatisk, og er derfor ikke underskrevet.',
    page: (page, of) => `Side ${page} av ${of}`,
  },
};
