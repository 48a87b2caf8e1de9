/** What letters about the approval of a firm say in Nynorsk, where it is not the same as in letters about exceptions. */
import type { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import { letterTextsNn } from './letter.texts.nn.ts';
import { kindOfFirm, type LetterCatalogue, type LetterWords, type WritePart } from './letter-words.rules.ts';

interface Kind {
  /** «godkjende som …». */
  readonly as: string;
  readonly sell: string;
  readonly buy: string;
  /** Those that are not valid without the approval. */
  readonly cards: string;
  /** What keeps the approval. */
  readonly keep: string;
}

const YEARLY = 'De må sende årleg melding innan 31. januar kvart år for å halde på godkjenninga.';
const KINDS: Readonly<Record<ApprovalRegister, Kind>> = {
  CLEANING_APPROVAL: {
    as: 'reinhaldsverksemd',
    sell: 'selje eller leige ut reinhald',
    buy: 'kjøpe reinhald av dykk',
    cards: 'HMS-kort for reinhald',
    keep: YEARLY,
  },
  CAR_CARE_APPROVAL: {
    as: 'verksemd for bilpleie, hjulskift og hjullagring',
    sell: 'selje bilpleie, hjulskift og hjullagring',
    buy: 'kjøpe slike tenester av dykk',
    cards: 'HMS-kort for bilpleie',
    keep: YEARLY,
  },
  STAFFING: {
    as: 'bemanningsføretak',
    sell: 'leige ut arbeidskraft',
    buy: 'leige inn arbeidskraft frå dykk',
    cards: 'HMS-kort til dei de leiger ut',
    keep: 'Godkjenninga varer eitt år om gongen. Søk på nytt før ho går ut.',
  },
};

const of = (w: LetterWords) => kindOfFirm(KINDS, w);
const part = (title: string | null, text: string) => ({ title, text });
const plain = (text: string) => part(null, text);
const effect = (text: string) => part('Dette tyder det for dykk', text);
const since = (w: LetterWords) => (w.received ? ` som vi fekk ${w.received}` : '');
const given = (w: LetterWords) => (w.decided ? ` av ${w.decided}` : '');
const lasts = (w: LetterWords) => (w.to ? `til ${w.to}` : 'og så lenge vilkåra er oppfylte');

/** Of a decision nobody made (fvl. § 25): how it came about, and how somebody is made to look at it. */
const automatic = (w: LetterWords) =>
  w.automatic
    ? '\nVedtaket er gjort automatisk: Vi har spurt registera, og dei svarar at alle vilkåra er oppfylte. Ingen saksbehandlar har sett på søknaden. De kan be oss om at ein saksbehandlar ser på han, og de kan klage på vedtaket.'
    : '';
const unlawful = (w: LetterWords) =>
  `Utan godkjenning er det ikkje lov for dykk å ${of(w).sell}, og ikkje lov for andre å ${of(w).buy}.`;
const noCards = (w: LetterWords) =>
  `Bestillingar av HMS-kort blir avslått. ${of(w).cards} er ugyldige og skal makulerast med ein gong.`;
const lawful = (w: LetterWords) =>
  `De kan ${of(w).sell}, og det er lov for andre å ${of(w).buy}. De står som godkjende i ${w.register}, der alle kan slå opp. De kan bestille HMS-kort, og bestillingar som har venta på godkjenninga, går vidare av seg sjølve. ${of(w).keep} Sei frå til oss dersom noko endrar seg.`;
const reversed: WritePart = w =>
  effect(
    `${lawful(w)} ${of(w).cards} som vart ugyldige fordi godkjenninga fall bort, og som ikkje er makulerte, blir gyldige igjen av seg sjølve.`,
  );

export const approvalTextsNn: LetterCatalogue = {
  ...letterTextsNn,
  headings: {
    ...letterTextsNn.headings,
    DECISION_GRANT: w => `De er godkjende som ${of(w).as}`,
    DECISION_REFUSE: w => `De blir ikkje godkjende som ${of(w).as}`,
    DECISION_DISMISS: w => `Søknaden om godkjenning som ${of(w).as} er avvist`,
    DECISION_WITHDRAW: w => `Godkjenninga som ${of(w).as} er trekt tilbake`,
    DEFICIENCY: () => 'Vi manglar dokument til søknaden om godkjenning',
    WRONG_CHANNEL: () => 'Vi kan ikkje behandle e-posten om godkjenning',
    INTERIM_REPLY: () => 'Vi har ikkje avgjort søknaden om godkjenning enno',
    ADVANCE_NOTICE: w => `Vi vurderer å trekkje tilbake godkjenninga som ${of(w).as}`,
    APPEAL_RECEIVED: () => 'Vi har fått klaga på vedtaket om godkjenning',
    APPEAL_REVERSED: w => `De fekk medhald: godkjenning som ${of(w).as}`,
  },
  outcomes: {
    ...letterTextsNn.outcomes,
    DECISION_GRANT: w =>
      plain(
        `Arbeidstilsynet har innvilga søknaden dykkar${since(w)}. ${w.firm} er godkjend som ${of(w).as} frå ${w.from} ${lasts(w)}.${automatic(w)}`,
      ),
    DECISION_REFUSE: w =>
      plain(
        `Arbeidstilsynet har avslått søknaden dykkar${since(w)}. ${w.firm} blir ikkje godkjend som ${of(w).as}.`,
      ),
    DECISION_DISMISS: w =>
      plain(
        `Arbeidstilsynet har avvist søknaden dykkar${since(w)}. Han galdt godkjenning av ${w.firm} som ${of(w).as}. Vi har ikkje teke stilling til om vilkåra for godkjenning er oppfylte.`,
      ),
    DECISION_WITHDRAW: w =>
      plain(
        `Arbeidstilsynet har trekt tilbake vedtaket${given(w)} om å godkjenne ${w.firm} som ${of(w).as}. Godkjenninga gjeld ikkje lenger.`,
      ),
    DEFICIENCY: w =>
      plain(
        `Vi behandlar søknaden dykkar${since(w)}, som gjeld godkjenning av ${w.firm} som ${of(w).as}. Vi kan ikkje avgjere han enno.`,
      ),
    INTERIM_REPLY: w =>
      plain(
        `Vi behandlar søknaden dykkar${since(w)}, som gjeld godkjenning av ${w.firm} som ${of(w).as}. Det tek lengre tid enn ein månad, fordi vi har mange søknader og behandlar dei etter tur.`,
      ),
    ADVANCE_NOTICE: w =>
      plain(
        `Arbeidstilsynet vurderer å trekkje tilbake vedtaket${given(w)} om å godkjenne ${w.firm} som ${of(w).as}. Vi har ikkje bestemt oss. Først vil vi høyre frå dykk. ${unlawful(w)} Bestillingar av HMS-kort blir då avslått, og ${of(w).cards} blir ugyldige.`,
      ),
    APPEAL_RECEIVED: w =>
      plain(
        `Vi fekk klaga dykkar${w.received ? ` ${w.received}` : ''}. Ho gjeld vedtaket${given(w)} om godkjenning av ${w.firm} som ${of(w).as}.`,
      ),
    APPEAL_UPHELD_FORWARDED: w =>
      plain(
        `Vi har vurdert vedtaket${given(w)} på nytt og endrar det ikkje. Det gjeld godkjenning av ${w.firm} som ${of(w).as}. Vi har sendt klaga dykkar og alle dokumenta i saka til ${w.appealBody}.`,
      ),
    APPEAL_REVERSED: w =>
      plain(
        `Vi har vurdert saka på nytt og endra vedtaket${given(w)}. ${w.firm} er godkjend som ${of(w).as} frå ${w.from} ${lasts(w)}.`,
      ),
    APPEAL_DISMISSED_LATE: w =>
      plain(
        `Vi fekk klaga dykkar${w.received ? ` ${w.received}` : ''}. Då var klagefristen over. Arbeidstilsynet har derfor avvist klaga på vedtaket${given(w)}, som galdt godkjenning av ${w.firm} som ${of(w).as}.`,
      ),
    CARD_ORDERING_OPENED: w =>
      plain(
        `Vi behandlar søknaden dykkar${since(w)}, som gjeld godkjenning av ${w.firm} som ${of(w).as}. Vilkåra vi kan sjå på no, er oppfylte. De kan bestille HMS-kort frå i dag.`,
      ),
  },
  parts: { ...letterTextsNn.parts, EFFECT: w => effect(lawful(w)) },
  own: {
    ...letterTextsNn.own,
    DECISION_REFUSE: { EFFECT: w => effect(`${unlawful(w)} ${noCards(w)}`) },
    DECISION_DISMISS: {
      EFFECT: w =>
        effect(
          `Søknaden endrar ikkje det som står om dykk i ${w.register}. ${unlawful(w)} Ei bestilling av HMS-kort går først vidare når kravet om godkjenning er oppfylt.`,
        ),
    },
    DECISION_WITHDRAW: {
      EFFECT: w => effect(`De står som ikkje godkjende i ${w.register}. ${unlawful(w)} ${noCards(w)}`),
    },
    APPEAL_REVERSED: { EFFECT: reversed },
  },
};
