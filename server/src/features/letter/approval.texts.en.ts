/** What letters about the approval of a firm say in English, where it is not the same as in letters about exceptions. */
import type { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import { letterTextsEn } from './letter.texts.en.ts';
import { kindOfFirm, type LetterCatalogue, type LetterWords, type WritePart } from './letter-words.rules.ts';

interface Kind {
  /** “approved as …”. */
  readonly as: string;
  readonly sell: string;
  readonly buy: string;
  /** Those that are not valid without the approval. */
  readonly cards: string;
  /** What keeps the approval. */
  readonly keep: string;
}

const AUTHORITY = 'The Norwegian Labour Inspection Authority (Arbeidstilsynet)';
const YEARLY = 'To keep the approval you must send the yearly report by 31 January every year.';
const KINDS: Readonly<Record<ApprovalRegister, Kind>> = {
  CLEANING_APPROVAL: {
    as: 'a cleaning firm',
    sell: 'sell or hire out cleaning',
    buy: 'buy cleaning from you',
    cards: 'HSE cards for cleaning',
    keep: YEARLY,
  },
  CAR_CARE_APPROVAL: {
    as: 'a firm for car care, wheel change and wheel storage',
    sell: 'sell car care, wheel change and wheel storage',
    buy: 'buy such services from you',
    cards: 'HSE cards for car care',
    keep: YEARLY,
  },
  STAFFING: {
    as: 'a staffing agency',
    sell: 'hire out staff',
    buy: 'hire staff from you',
    cards: 'HSE cards for those you hire out',
    keep: 'The approval lasts one year at a time. Apply again before it ends.',
  },
};

const of = (w: LetterWords) => kindOfFirm(KINDS, w);
const part = (title: string | null, text: string) => ({ title, text });
const plain = (text: string) => part(null, text);
const effect = (text: string) => part('What this means for you', text);
const since = (w: LetterWords) => (w.received ? ` that we received on ${w.received}` : '');
const given = (w: LetterWords) => (w.decided ? ` of ${w.decided}` : '');
const lasts = (w: LetterWords) => (w.to ? `to ${w.to}` : 'for as long as the conditions are met');

/** Of a decision nobody made (fvl. § 25): how it came about, and how somebody is made to look at it. */
const automatic = (w: LetterWords) =>
  w.automatic
    ? '\nThe decision was made automatically: we have asked the registers, and they answer that all conditions are met. No caseworker has looked at the application. You may ask us to have a caseworker look at it, and you may appeal the decision.'
    : '';
const unlawful = (w: LetterWords) =>
  `Without approval it is unlawful for you to ${of(w).sell}, and unlawful for others to ${of(w).buy}.`;
const noCards = (w: LetterWords) =>
  `Orders for HSE cards are refused. ${of(w).cards} are invalid and must be shredded at once.`;
const lawful = (w: LetterWords) =>
  `You may ${of(w).sell}, and others may lawfully ${of(w).buy}. You stand as approved in ${w.register}, where anybody can look you up. You may order HSE cards (HMS-kort), and orders that have waited for the approval go on by themselves. ${of(w).keep} Tell us if anything changes.`;
const reversed: WritePart = w =>
  effect(
    `${lawful(w)} ${of(w).cards} that became invalid when the approval was lost, and have not been shredded, become valid again by themselves.`,
  );

export const approvalTextsEn: LetterCatalogue = {
  ...letterTextsEn,
  headings: {
    ...letterTextsEn.headings,
    DECISION_GRANT: w => `You are approved as ${of(w).as}`,
    DECISION_REFUSE: w => `You are not approved as ${of(w).as}`,
    DECISION_DISMISS: w => `The application for approval as ${of(w).as} is dismissed`,
    DECISION_WITHDRAW: w => `The approval as ${of(w).as} is withdrawn`,
    DEFICIENCY: () => 'We need more documents for the application for approval',
    WRONG_CHANNEL: () => 'We cannot handle the e-mail about approval',
    INTERIM_REPLY: () => 'We have not yet decided the application for approval',
    ADVANCE_NOTICE: w => `We are considering withdrawing the approval as ${of(w).as}`,
    APPEAL_RECEIVED: () => 'We have received the appeal about the approval',
    APPEAL_REVERSED: w => `Your appeal succeeded: approval as ${of(w).as}`,
  },
  outcomes: {
    ...letterTextsEn.outcomes,
    DECISION_GRANT: w =>
      plain(
        `${AUTHORITY} has granted your application${since(w)}. ${w.firm} is approved as ${of(w).as} from ${w.from} ${lasts(w)}.${automatic(w)}`,
      ),
    DECISION_REFUSE: w =>
      plain(
        `${AUTHORITY} has refused your application${since(w)}. ${w.firm} is not approved as ${of(w).as}.`,
      ),
    DECISION_DISMISS: w =>
      plain(
        `${AUTHORITY} has dismissed your application${since(w)}. It was about the approval of ${w.firm} as ${of(w).as}. We have not considered whether the conditions for approval are met.`,
      ),
    DECISION_WITHDRAW: w =>
      plain(
        `${AUTHORITY} has withdrawn the decision${given(w)} to approve ${w.firm} as ${of(w).as}. The approval no longer holds.`,
      ),
    DEFICIENCY: w =>
      plain(
        `We are handling your application${since(w)} for approval of ${w.firm} as ${of(w).as}. We cannot decide it yet.`,
      ),
    INTERIM_REPLY: w =>
      plain(
        `We are handling your application${since(w)} for approval of ${w.firm} as ${of(w).as}. It takes longer than one month, because we have many applications and handle them in turn.`,
      ),
    ADVANCE_NOTICE: w =>
      plain(
        `${AUTHORITY} is considering withdrawing the decision${given(w)} to approve ${w.firm} as ${of(w).as}. Nothing is decided. First we want to hear from you. ${unlawful(w)} Orders for HSE cards are then refused, and ${of(w).cards} become invalid.`,
      ),
    APPEAL_RECEIVED: w =>
      plain(
        `We received your appeal${w.received ? ` on ${w.received}` : ''}. It is about the decision${given(w)} on approval of ${w.firm} as ${of(w).as}.`,
      ),
    APPEAL_UPHELD_FORWARDED: w =>
      plain(
        `We have assessed the decision${given(w)} again and do not change it. It is about approval of ${w.firm} as ${of(w).as}. We have sent your appeal and all documents in the case to ${w.appealBody}.`,
      ),
    APPEAL_REVERSED: w =>
      plain(
        `We have assessed the case again and changed the decision${given(w)}. ${w.firm} is approved as ${of(w).as} from ${w.from} ${lasts(w)}.`,
      ),
    APPEAL_DISMISSED_LATE: w =>
      plain(
        `We received your appeal${w.received ? ` on ${w.received}` : ''}. The time limit for appeals was over by then. ${AUTHORITY} has therefore dismissed the appeal against the decision${given(w)}, which was about approval of ${w.firm} as ${of(w).as}.`,
      ),
    CARD_ORDERING_OPENED: w =>
      plain(
        `We are handling your application${since(w)} for approval of ${w.firm} as ${of(w).as}. The conditions that we can look at now are met. You may order HSE cards (HMS-kort) from today.`,
      ),
  },
  parts: { ...letterTextsEn.parts, EFFECT: w => effect(lawful(w)) },
  own: {
    ...letterTextsEn.own,
    DECISION_REFUSE: { EFFECT: w => effect(`${unlawful(w)} ${noCards(w)}`) },
    DECISION_DISMISS: {
      EFFECT: w =>
        effect(
          `The application does not change what stands about you in ${w.register}. ${unlawful(w)} An order for an HSE card can only go on when the requirement of approval is met.`,
        ),
    },
    DECISION_WITHDRAW: {
      EFFECT: w => effect(`You stand as not approved in ${w.register}. ${unlawful(w)} ${noCards(w)}`),
    },
    APPEAL_REVERSED: { EFFECT: reversed },
  },
};
