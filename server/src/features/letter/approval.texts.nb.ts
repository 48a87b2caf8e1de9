/** What letters about the approval of a firm say in Bokmål, where it is not the same as in letters about exceptions. */
import type { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import { letterTextsNb } from './letter.texts.nb.ts';
import { kindOfFirm, type LetterCatalogue, type LetterWords, type WritePart } from './letter-words.rules.ts';

interface Kind {
  /** «godkjent som …». */
  readonly as: string;
  readonly sell: string;
  readonly buy: string;
  /** Those that are not valid without the approval. */
  readonly cards: string;
  /** What keeps the approval. */
  readonly keep: string;
}

const YEARLY = 'Dere må sende årlig melding innen 31. januar hvert år for å beholde godkjenningen.';
const KINDS: Readonly<Record<ApprovalRegister, Kind>> = {
  CLEANING_APPROVAL: {
    as: 'renholdsvirksomhet',
    sell: 'selge eller leie ut renhold',
    buy: 'kjøpe renhold av dere',
    cards: 'HMS-kort for renhold',
    keep: YEARLY,
  },
  CAR_CARE_APPROVAL: {
    as: 'virksomhet for bilpleie, hjulskift og hjullagring',
    sell: 'selge bilpleie, hjulskift og hjullagring',
    buy: 'kjøpe slike tjenester av dere',
    cards: 'HMS-kort for bilpleie',
    keep: YEARLY,
  },
  STAFFING: {
    as: 'bemanningsforetak',
    sell: 'leie ut arbeidskraft',
    buy: 'leie inn arbeidskraft fra dere',
    cards: 'HMS-kort til dem dere leier ut',
    keep: 'Godkjenningen varer ett år om gangen. Søk på nytt før den går ut.',
  },
};

const of = (w: LetterWords) => kindOfFirm(KINDS, w);
const part = (title: string | null, text: string) => ({ title, text });
const plain = (text: string) => part(null, text);
const effect = (text: string) => part('Dette betyr det for dere', text);
const since = (w: LetterWords) => (w.received ? ` som vi fikk ${w.received}` : '');
const given = (w: LetterWords) => (w.decided ? ` av ${w.decided}` : '');
const lasts = (w: LetterWords) => (w.to ? `til ${w.to}` : 'og så lenge vilkårene er oppfylt');

/** Of a decision nobody made (fvl. § 25): how it came about, and how somebody is made to look at it. */
const automatic = (w: LetterWords) =>
  w.automatic
    ? '\nVedtaket er truffet automatisk: Vi har spurt registrene, og de svarer at alle vilkårene er oppfylt. Ingen saksbehandler har sett på søknaden. Dere kan be oss om at en saksbehandler ser på den, og dere kan klage på vedtaket.'
    : '';
const unlawful = (w: LetterWords) =>
  `Uten godkjenning er det ikke lov for dere å ${of(w).sell}, og ikke lov for andre å ${of(w).buy}.`;
const noCards = (w: LetterWords) =>
  `Bestillinger av HMS-kort blir avslått. ${of(w).cards} er ugyldige og skal makuleres med en gang.`;
const lawful = (w: LetterWords) =>
  `Dere kan ${of(w).sell}, og det er lov for andre å ${of(w).buy}. Dere står som godkjent i ${w.register}, der alle kan slå opp. Dere kan bestille HMS-kort, og bestillinger som har ventet på godkjenningen, går videre av seg selv. ${of(w).keep} Si fra til oss hvis noe endrer seg.`;
const reversed: WritePart = w =>
  effect(
    `${lawful(w)} ${of(w).cards} som ble ugyldige fordi godkjenningen falt bort, og som ikke er makulert, blir gyldige igjen av seg selv.`,
  );

export const approvalTextsNb: LetterCatalogue = {
  ...letterTextsNb,
  headings: {
    ...letterTextsNb.headings,
    DECISION_GRANT: w => `Dere er godkjent som ${of(w).as}`,
    DECISION_REFUSE: w => `Dere blir ikke godkjent som ${of(w).as}`,
    DECISION_DISMISS: w => `Søknaden om godkjenning som ${of(w).as} er avvist`,
    DECISION_WITHDRAW: w => `Godkjenningen som ${of(w).as} er trukket tilbake`,
    DEFICIENCY: () => 'Vi mangler dokumenter til søknaden om godkjenning',
    WRONG_CHANNEL: () => 'Vi kan ikke behandle e-posten om godkjenning',
    INTERIM_REPLY: () => 'Vi har ikke avgjort søknaden om godkjenning ennå',
    ADVANCE_NOTICE: w => `Vi vurderer å trekke tilbake godkjenningen som ${of(w).as}`,
    APPEAL_RECEIVED: () => 'Vi har fått klagen på vedtaket om godkjenning',
    APPEAL_REVERSED: w => `Dere fikk medhold: godkjenning som ${of(w).as}`,
  },
  outcomes: {
    ...letterTextsNb.outcomes,
    DECISION_GRANT: w =>
      plain(
        `Arbeidstilsynet har innvilget søknaden deres${since(w)}. ${w.firm} er godkjent som ${of(w).as} fra ${w.from} ${lasts(w)}.${automatic(w)}`,
      ),
    DECISION_REFUSE: w =>
      plain(
        `Arbeidstilsynet har avslått søknaden deres${since(w)}. ${w.firm} blir ikke godkjent som ${of(w).as}.`,
      ),
    DECISION_DISMISS: w =>
      plain(
        `Arbeidstilsynet har avvist søknaden deres${since(w)}. Den gjaldt godkjenning av ${w.firm} som ${of(w).as}. Vi har ikke tatt stilling til om vilkårene for godkjenning er oppfylt.`,
      ),
    DECISION_WITHDRAW: w =>
      plain(
        `Arbeidstilsynet har trukket tilbake vedtaket${given(w)} om å godkjenne ${w.firm} som ${of(w).as}. Godkjenningen gjelder ikke lenger.`,
      ),
    DEFICIENCY: w =>
      plain(
        `Vi behandler søknaden deres${since(w)}, som gjelder godkjenning av ${w.firm} som ${of(w).as}. Vi kan ikke avgjøre den ennå.`,
      ),
    INTERIM_REPLY: w =>
      plain(
        `Vi behandler søknaden deres${since(w)}, som gjelder godkjenning av ${w.firm} som ${of(w).as}. Det tar lengre tid enn en måned, fordi vi har mange søknader og behandler dem etter tur.`,
      ),
    ADVANCE_NOTICE: w =>
      plain(
        `Arbeidstilsynet vurderer å trekke tilbake vedtaket${given(w)} om å godkjenne ${w.firm} som ${of(w).as}. Vi har ikke bestemt oss. Først vil vi høre fra dere. ${unlawful(w)} Bestillinger av HMS-kort blir da avslått, og ${of(w).cards} blir ugyldige.`,
      ),
    APPEAL_RECEIVED: w =>
      plain(
        `Vi fikk klagen deres${w.received ? ` ${w.received}` : ''}. Den gjelder vedtaket${given(w)} om godkjenning av ${w.firm} som ${of(w).as}.`,
      ),
    APPEAL_UPHELD_FORWARDED: w =>
      plain(
        `Vi har vurdert vedtaket${given(w)} på nytt og endrer det ikke. Det gjelder godkjenning av ${w.firm} som ${of(w).as}. Vi har sendt klagen deres og alle dokumentene i saken til ${w.appealBody}.`,
      ),
    APPEAL_REVERSED: w =>
      plain(
        `Vi har vurdert saken på nytt og endret vedtaket${given(w)}. ${w.firm} er godkjent som ${of(w).as} fra ${w.from} ${lasts(w)}.`,
      ),
    APPEAL_DISMISSED_LATE: w =>
      plain(
        `Vi fikk klagen deres${w.received ? ` ${w.received}` : ''}. Da var klagefristen over. Arbeidstilsynet har derfor avvist klagen på vedtaket${given(w)}, som gjaldt godkjenning av ${w.firm} som ${of(w).as}.`,
      ),
    CARD_ORDERING_OPENED: w =>
      plain(
        `Vi behandler søknaden deres${since(w)}, som gjelder godkjenning av ${w.firm} som ${of(w).as}. Vilkårene vi kan se på nå, er oppfylt. Dere kan bestille HMS-kort fra i dag.`,
      ),
  },
  parts: { ...letterTextsNb.parts, EFFECT: w => effect(lawful(w)) },
  own: {
    ...letterTextsNb.own,
    DECISION_REFUSE: { EFFECT: w => effect(`${unlawful(w)} ${noCards(w)}`) },
    DECISION_DISMISS: {
      EFFECT: w =>
        effect(
          `Søknaden endrer ikke det som står om dere i ${w.register}. ${unlawful(w)} En bestilling av HMS-kort går først videre når kravet om godkjenning er oppfylt.`,
        ),
    },
    DECISION_WITHDRAW: {
      EFFECT: w => effect(`Dere står som ikke godkjent i ${w.register}. ${unlawful(w)} ${noCards(w)}`),
    },
    APPEAL_REVERSED: { EFFECT: reversed },
  },
};
