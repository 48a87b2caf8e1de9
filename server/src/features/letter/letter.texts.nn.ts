/** The locked texts of letters in Nynorsk, version 1. */
import type { LetterCatalogue, LetterWords, WritePart } from './letter-words.rules.ts';

const part = (title: string | null, text: string) => ({ title, text });
const plain = (text: string) => part(null, text);
const since = (w: LetterWords) => (w.received ? ` som vi fekk ${w.received}` : '');
const given = (w: LetterWords) => (w.decided ? ` av ${w.decided}` : '');
const lasts = (w: LetterWords) => (w.to ? `til ${w.to}` : 'og så lenge vilkåra er oppfylte');
const untilWhen = (w: LetterWords) =>
  w.to ? `Siste dagen det gjeld, er ${w.to}.` : 'Det gjeld ikkje lenger.';
const lastDay = (w: LetterWords) => (w.deadline ? ` Etter vår utrekning er siste dagen ${w.deadline}.` : '');

const stays: WritePart = w =>
  part(
    `Dette tyder det for ${w.thee}`,
    `Kravet om ${w.register} gjeld framleis. Ei bestilling av HMS-kort går først vidare når kravet er oppfylt.`,
  );

export const letterTextsNn: LetterCatalogue = {
  person: { You: 'Du', you: 'du', thee: 'deg', your: 'din' },
  firm: { You: 'De', you: 'de', thee: 'dykk', your: 'dykkar' },
  registers: {
    AA: 'Aa-registeret',
    UDI: 'UDI-kontrollen',
    MVA: 'Meirverdiavgiftsregisteret',
    STAFFING: 'bemanningsregisteret',
    CLEANING_APPROVAL: 'reinhaldsregisteret',
    CAR_CARE_APPROVAL: 'bilpleieregisteret',
  },
  signers: { APPROVER: 'leiar', DECIDER: 'saksbehandlar' },
  and: 'og',
  headings: {
    DECISION_GRANT: w => `${w.You} får unntak frå ${w.register}`,
    DECISION_REFUSE: w => `${w.You} får ikkje unntak frå ${w.register}`,
    DECISION_DISMISS: w => `Søknaden om unntak frå ${w.register} er avvist`,
    DECISION_WITHDRAW: w => `Unntaket frå ${w.register} er trekt tilbake`,
    DEFICIENCY: () => 'Vi manglar dokument til søknaden om unntak',
    WRONG_CHANNEL: () => 'Vi kan ikkje behandle e-posten om HMS-kort',
    INTERIM_REPLY: () => 'Vi har ikkje avgjort søknaden om unntak enno',
    ADVANCE_NOTICE: w => `Vi vurderer å trekkje tilbake unntaket frå ${w.register}`,
    APPEAL_RECEIVED: () => 'Vi har fått klaga på vedtaket om unntak',
    APPEAL_UPHELD_FORWARDED: w => `Klaga er send til ${w.appealBody}`,
    APPEAL_REVERSED: w => `${w.You} fekk medhald: unntak frå ${w.register}`,
    APPEAL_DISMISSED_LATE: () => 'Klaga er avvist fordi ho kom for seint',
    ENTRY_EXPIRING: w => `Unntaket frå ${w.register} går snart ut`,
    ENTRY_ENDED: w => `Unntaket frå ${w.register} gjeld ikkje lenger`,
    CARD_ORDERING_OPENED: () => 'De kan bestille HMS-kort no',
    CONFIRMATION_REMINDER: () => 'Hugs årleg melding',
    CONFIRMATION_RECEIVED: () => 'Vi har fått den årlege meldinga',
    APPROVAL_EXPIRING: w => `Godkjenninga i ${w.register} går snart ut`,
  },
  freeTitles: { FACTS: 'Opplysningar vi byggjer på', GROUNDS: 'Slik har vi vurdert saka' },
  outcomes: {
    DECISION_GRANT: w =>
      plain(
        `Arbeidstilsynet har innvilga søknaden ${w.your}${since(w)}. Unntaket gjeld HMS-kort for ${w.firm} frå ${w.from} ${lasts(w)}.`,
      ),
    DECISION_REFUSE: w =>
      plain(`Arbeidstilsynet har avslått søknaden ${w.your}${since(w)}. Han galdt HMS-kort for ${w.firm}.`),
    DECISION_DISMISS: w =>
      plain(
        `Arbeidstilsynet har avvist søknaden ${w.your}${since(w)}. Han galdt HMS-kort for ${w.firm}. Vi har ikkje teke stilling til om vilkåra for unntak er oppfylte.`,
      ),
    DECISION_WITHDRAW: w =>
      plain(
        `Arbeidstilsynet har trekt tilbake unntaket${given(w)} som galdt HMS-kort for ${w.firm}. ${untilWhen(w)}`,
      ),
    DEFICIENCY: w =>
      plain(
        `Vi behandlar søknaden ${w.your}${since(w)}, som gjeld unntak frå ${w.register} og HMS-kort for ${w.firm}. Vi kan ikkje avgjere han enno.`,
      ),
    WRONG_CHANNEL: w =>
      plain(
        `Vi fekk ein e-post${w.received ? ` ${w.received}` : ''} med personopplysningar. Vanleg e-post er ikkje trygg nok for slike opplysningar. Vi behandlar derfor ikkje e-posten, og vi slettar han etter 14 dagar.`,
      ),
    INTERIM_REPLY: w =>
      plain(
        `Vi behandlar søknaden ${w.your}${since(w)}, som gjeld unntak frå ${w.register} og HMS-kort for ${w.firm}. Det tek lengre tid enn ein månad, fordi vi har mange søknader og behandlar dei etter tur.`,
      ),
    ADVANCE_NOTICE: w =>
      plain(
        `Arbeidstilsynet vurderer å trekkje tilbake unntaket${given(w)} som gjeld HMS-kort for ${w.firm}. Vi har ikkje bestemt oss. Først vil vi høyre frå ${w.thee}.`,
      ),
    APPEAL_RECEIVED: w =>
      plain(
        `Vi fekk klaga ${w.your === 'din' ? 'di' : w.your}${w.received ? ` ${w.received}` : ''}. Ho gjeld vedtaket${given(w)} om unntak frå ${w.register} og HMS-kort for ${w.firm}.`,
      ),
    APPEAL_UPHELD_FORWARDED: w =>
      plain(
        `Vi har vurdert vedtaket${given(w)} på nytt og endrar det ikkje. Det gjeld unntak frå ${w.register} og HMS-kort for ${w.firm}. Vi har sendt klaga ${w.your === 'din' ? 'di' : w.your} og alle dokumenta i saka til ${w.appealBody}.`,
      ),
    APPEAL_REVERSED: w =>
      plain(
        `Vi har vurdert saka på nytt og endra vedtaket${given(w)}. Unntaket gjeld HMS-kort for ${w.firm} frå ${w.from} ${lasts(w)}.`,
      ),
    APPEAL_DISMISSED_LATE: w =>
      plain(
        `Vi fekk klaga ${w.your === 'din' ? 'di' : w.your}${w.received ? ` ${w.received}` : ''}. Då var klagefristen over. Arbeidstilsynet har derfor avvist klaga på vedtaket${given(w)}, som galdt HMS-kort for ${w.firm}.`,
      ),
    ENTRY_EXPIRING: w =>
      plain(
        `Unntaket${given(w)} frå ${w.register}, som gjeld HMS-kort for ${w.firm}, varer til og med ${w.to}.`,
      ),
    ENTRY_ENDED: w =>
      plain(
        `Unntaket${given(w)} frå ${w.register}, som galdt HMS-kort for ${w.firm}, varte så lenge rolla i verksemda gjorde det. Enhetsregisteret viser ikkje lenger rolla. Siste dagen unntaket galdt, var ${w.to}.`,
      ),
    CARD_ORDERING_OPENED: w =>
      plain(
        `Vi behandlar søknaden ${w.your}${since(w)}. Vilkåra vi kan sjå på no, er oppfylte. ${w.firm} kan bestille HMS-kort frå i dag.`,
      ),
    CONFIRMATION_REMINDER: w =>
      plain(
        `Vi har ikkje fått årleg melding frå ${w.firm}. Alle som er godkjende i ${w.register}, må kvart år stadfeste at vilkåra framleis er oppfylte.`,
      ),
    CONFIRMATION_RECEIVED: w =>
      plain(
        `Takk. ${w.firm} har sendt årleg melding${w.received ? ` ${w.received}` : ''}. Godkjenninga i ${w.register} står ved lag.`,
      ),
    APPROVAL_EXPIRING: w =>
      plain(
        `Godkjenninga av ${w.firm} i ${w.register} varer til og med ${w.to}. Ho gjeld eitt år om gongen.`,
      ),
  },
  parts: {
    EFFECT: w =>
      part(
        `Dette tyder det for ${w.thee}`,
        `Unntaket gjer at kravet om ${w.register} blir rekna som oppfylt. Alle andre krav gjeld framleis. Ei bestilling som har venta på dette, går vidare av seg sjølv. Sei frå til oss dersom noko endrar seg.`,
      ),
    LEGAL: w => part('Reglar vi har brukt', `Vi har brukt ${w.legalRefs}.`),
    MISSING: w => part('Dette manglar', w.missing),
    HOW_TO_SEND: w =>
      part(
        `Slik sender ${w.you} det`,
        `Logg inn i portalen med eID, eller send det i posten til ${w.officeAddress}. Merk sendinga «HMS-kort» og saksnummer ${w.caseNumber}. ${w.mailAllowed ? 'E-post er òg i orden, så lenge dokumenta berre handlar om verksemda.' : 'Send ikkje dokumenta i vanleg e-post.'}`,
      ),
    ANSWER_BY: w => part('Frist', `Vi må ha svaret innan ${w.deadline}.`),
    CONSEQUENCE: w =>
      plain(
        `Saka står stille medan vi ventar. Får vi ikkje dokumenta innan fristen, avgjer vi saka med det vi har. Då kan søknaden ${w.your} bli avvist eller avslått.`,
      ),
    COMMENT: w =>
      part(
        `${w.You} kan uttale ${w.thee}`,
        `Skriv til oss dersom ${w.you} meiner at noko er feil eller manglar. ${w.You} har rett til å sjå dokumenta i saka.`,
      ),
    NEXT_STEP: w =>
      part(
        'Dette skjer no',
        `Vi vurderer saka på nytt. Endrar vi ikkje vedtaket, sender vi klaga til ${w.appealBody}. ${w.You} får brev frå oss uansett.`,
      ),
    APPEAL_RIGHT: w =>
      part(
        `${w.You} kan klage`,
        `${w.You} kan klage dersom ${w.you} meiner at vedtaket er feil. Klaga må vere skriftleg og underskriven, eller send frå portalen etter innlogging med eID. Skriv kva vedtak klaga gjeld, kva som bør endrast, og kvifor.`,
      ),
    APPEAL_DEADLINE: w => plain(`Fristen er tre veker etter at ${w.you} fekk brevet.${lastDay(w)}`),
    APPEAL_BODY: w =>
      plain(
        `Send klaga til Arbeidstilsynet. Vi vurderer saka på nytt. Endrar vi ikkje vedtaket, sender vi klaga til ${w.appealBody}, som avgjer saka. ${w.You} kan be om at vedtaket ikkje blir sett i verk før klaga er avgjord.`,
      ),
    ACCESS: w =>
      part(
        `${w.You} kan sjå dokumenta`,
        `${w.You} har rett til å sjå dokumenta i saka. Ta kontakt med oss, så får ${w.you} òg råd om korleis ${w.you} kan klage.`,
      ),
    CONTACT: w =>
      part(
        'Spørsmål?',
        `Ring oss på ${w.officePhone} eller skriv til ${w.officeAddress}. Oppgje saksnummer ${w.caseNumber}.`,
      ),
  },
  own: {
    DECISION_REFUSE: { EFFECT: stays },
    DECISION_DISMISS: { EFFECT: stays },
    DECISION_WITHDRAW: {
      EFFECT: w =>
        part(
          `Dette tyder det for ${w.thee}`,
          `Kravet om ${w.register} gjeld igjen. HMS-kort som byggjer på unntaket, blir ugyldige dersom kravet ikkje er oppfylt.`,
        ),
    },
    DEFICIENCY: {
      LEGAL: () =>
        plain(
          'Vi skriv fordi vi skal rettleie og sørgje for at saka er godt nok opplyst, sjå forvaltningslova §§ 11 og 17.',
        ),
    },
    WRONG_CHANNEL: {
      CONTACT: w => part('Spørsmål?', `Ring oss på ${w.officePhone} eller skriv til ${w.officeAddress}.`),
      HOW_TO_SEND: w =>
        part(
          `Slik sender ${w.you} opplysningane trygt`,
          `Logg inn i portalen med eID, eller send alt i posten til ${w.officeAddress}. Merk sendinga «HMS-kort».`,
        ),
    },
    INTERIM_REPLY: {
      LEGAL: () =>
        plain('Vi skal seie frå når ei sak tek lengre tid enn ein månad, sjå forvaltningslova § 11 a.'),
      ANSWER_BY: w => part(`Når ${w.you} får svar`, `Vi reknar med å avgjere saka innan ${w.deadline}.`),
    },
    ADVANCE_NOTICE: {
      LEGAL: w =>
        part(
          'Reglar vi bruker',
          `Vi varslar etter forvaltningslova § 16. Vi vurderer saka etter ${w.legalRefs}.`,
        ),
    },
    APPEAL_UPHELD_FORWARDED: {
      LEGAL: w =>
        part(
          'Reglar vi har brukt',
          `Vi har brukt ${w.legalRefs}. Klaga er send vidare etter forvaltningslova § 33.`,
        ),
      COMMENT: w =>
        part(
          `${w.You} kan uttale ${w.thee}`,
          `${w.appealBody} avgjer klaga. ${w.You} kan sende fleire opplysningar dit, og ${w.you} har rett til å sjå dokumenta i saka.`,
        ),
    },
    APPEAL_DISMISSED_LATE: {
      EFFECT: w => part(`Dette tyder det for ${w.thee}`, 'Vedtaket står ved lag.'),
      LEGAL: w =>
        part(
          'Reglar vi har brukt',
          `Vi har brukt ${w.legalRefs}. Ei klage som kjem for seint, kan berre behandlast i særlege tilfelle, sjå forvaltningslova § 31.`,
        ),
    },
    ENTRY_EXPIRING: {
      EFFECT: w =>
        part(
          `Dette tyder det for ${w.thee}`,
          `Etter denne dagen gjeld kravet om ${w.register} igjen. HMS-kort som byggjer på unntaket, blir då ugyldige dersom kravet ikkje er oppfylt.`,
        ),
      NEXT_STEP: w =>
        part(
          `Dette kan ${w.you} gjere`,
          `Treng ${w.you} unntaket lenger, kan ${w.you} søkje på nytt. Logg inn i portalen med eID, eller send søknaden i posten til ${w.officeAddress}. Søk i god tid, så vi rekk å svare før siste dagen.`,
        ),
    },
    CARD_ORDERING_OPENED: {
      NEXT_STEP: w =>
        part(
          `Dette må ${w.you} gjere`,
          `Bestill HMS-kort til alle som skal ha det. Når alle har gyldig kort, avgjer vi søknaden. ${w.You} får brev frå oss då.`,
        ),
    },
    CONFIRMATION_REMINDER: {
      NEXT_STEP: w =>
        part(
          `Slik gjer ${w.you} det`,
          `Logg inn i portalen med eID, eller send den årlege meldinga i posten til ${w.officeAddress}. Oppgi kor mange tilsette ${w.you} har. Kjem ho ikkje, kan godkjenninga bli trekt tilbake.`,
        ),
    },
    CONFIRMATION_RECEIVED: {
      NEXT_STEP: w =>
        part(
          'Dette skjer no',
          `${w.You} treng ikkje gjere noko meir i år. Sei frå til oss dersom noko endrar seg. Alle som arbeider med reinhald eller bilpleie, må ha gyldig HMS-kort.`,
        ),
    },
    APPROVAL_EXPIRING: {
      NEXT_STEP: w =>
        part(
          `Dette må ${w.you} gjere`,
          `Vil ${w.you} vere godkjend lenger, må ${w.you} søkje på nytt. Logg inn i portalen med eID, eller send søknaden i posten til ${w.officeAddress}. Søk i god tid, så vi rekk å svare før siste dagen.`,
        ),
    },
    ENTRY_ENDED: {
      EFFECT: w =>
        part(
          `Dette tyder det for ${w.thee}`,
          `Kravet om ${w.register} gjeld igjen. HMS-kort som byggjer på unntaket, blir ugyldige dersom kravet ikkje er oppfylt.`,
        ),
      NEXT_STEP: w =>
        part(
          `Dette kan ${w.you} gjere`,
          `Meiner ${w.you} at dette er feil, må opplysninga rettast i Enhetsregisteret. Skriv til oss når det er gjort, så ser vi på saka igjen. ${w.You} kan òg søkje om eit nytt unntak.`,
        ),
    },
  },
  marks: { appeal: 'klage', threeWeeks: 'tre veker', documents: 'sjå dokumenta', automatic: 'automatisk' },
  frame: {
    reference: 'Vår ref.',
    addressFromRegister: 'Adressa blir henta frå Folkeregisteret',
    automatic: 'Brevet er laga og sendt automatisk, og er derfor ikkje underskrive.',
    page: (page, of) => `Side ${page} av ${of}`,
  },
};
