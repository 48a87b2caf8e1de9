/** The locked texts of letters in English, version 1. */
import type { LetterCatalogue, LetterWords, WritePart } from './letter-words.rules.ts';

const part = (title: string | null, text: string) => ({ title, text });
const plain = (text: string) => part(null, text);
const since = (w: LetterWords) => (w.received ? ` that we received on ${w.received}` : '');
const given = (w: LetterWords) => (w.decided ? ` of ${w.decided}` : '');
const lasts = (w: LetterWords) => (w.to ? `to ${w.to}` : 'for as long as the conditions are met');
const untilWhen = (w: LetterWords) => (w.to ? `The last day it holds is ${w.to}.` : 'It no longer holds.');
const lastDay = (w: LetterWords) => (w.deadline ? ` By our reckoning the last day is ${w.deadline}.` : '');

const stays: WritePart = w =>
  part(
    'What this means for you',
    `The requirement about ${w.register} still applies. An order for an HSE card can only go on when it is met.`,
  );

const YOU = { You: 'You', you: 'you', thee: 'you', your: 'your' };

export const letterTextsEn: LetterCatalogue = {
  person: YOU,
  firm: YOU,
  registers: {
    AA: 'the Register of Employers and Employees (Aa-registeret)',
    UDI: 'the immigration check (UDI)',
    MVA: 'the VAT Register',
    STAFFING: 'the register of staffing agencies',
    CLEANING_APPROVAL: 'the register of cleaning firms',
    CAR_CARE_APPROVAL: 'the register of car-care firms',
  },
  signers: { APPROVER: 'leader', DECIDER: 'caseworker' },
  and: 'and',
  headings: {
    DECISION_GRANT: w => `You are granted an exception from ${w.register}`,
    DECISION_REFUSE: w => `You are not granted an exception from ${w.register}`,
    DECISION_DISMISS: w => `The application for an exception from ${w.register} is dismissed`,
    DECISION_WITHDRAW: w => `The exception from ${w.register} is withdrawn`,
    DEFICIENCY: () => 'We need more documents for the application for an exception',
    WRONG_CHANNEL: () => 'We cannot handle the e-mail about HSE cards',
    INTERIM_REPLY: () => 'We have not yet decided the application for an exception',
    ADVANCE_NOTICE: w => `We are considering withdrawing the exception from ${w.register}`,
    APPEAL_RECEIVED: () => 'We have received the appeal about the exception',
    APPEAL_UPHELD_FORWARDED: w => `The appeal has been sent to ${w.appealBody}`,
    APPEAL_REVERSED: w => `Your appeal succeeded: exception from ${w.register}`,
    APPEAL_DISMISSED_LATE: () => 'The appeal is dismissed because it came too late',
    ENTRY_EXPIRING: w => `The exception from ${w.register} expires soon`,
    ENTRY_ENDED: w => `The exception from ${w.register} no longer holds`,
    CARD_ORDERING_OPENED: () => 'You may order HSE cards now',
    CONFIRMATION_REMINDER: () => 'Remember the annual confirmation',
    CONFIRMATION_RECEIVED: () => 'We have received the annual confirmation',
    APPROVAL_EXPIRING: w => `The approval in ${w.register} expires soon`,
  },
  freeTitles: { FACTS: 'What we build on', GROUNDS: 'How we have assessed the case' },
  outcomes: {
    DECISION_GRANT: w =>
      plain(
        `The Norwegian Labour Inspection Authority (Arbeidstilsynet) has granted your application${since(w)}. The exception holds for HSE cards for ${w.firm} from ${w.from} ${lasts(w)}.`,
      ),
    DECISION_REFUSE: w =>
      plain(
        `The Norwegian Labour Inspection Authority (Arbeidstilsynet) has refused your application${since(w)}. It was about HSE cards for ${w.firm}.`,
      ),
    DECISION_DISMISS: w =>
      plain(
        `The Norwegian Labour Inspection Authority (Arbeidstilsynet) has dismissed your application${since(w)}. It was about HSE cards for ${w.firm}. We have not considered whether the conditions for an exception are met.`,
      ),
    DECISION_WITHDRAW: w =>
      plain(
        `The Norwegian Labour Inspection Authority (Arbeidstilsynet) has withdrawn the exception${given(w)} for HSE cards for ${w.firm}. ${untilWhen(w)}`,
      ),
    DEFICIENCY: w =>
      plain(
        `We are handling your application${since(w)} for an exception from ${w.register}. It is about HSE cards for ${w.firm}. We cannot decide it yet.`,
      ),
    WRONG_CHANNEL: w =>
      plain(
        `We received an e-mail${w.received ? ` on ${w.received}` : ''} with personal data. Ordinary e-mail is not safe enough for such data. We therefore do not handle the e-mail, and we delete it after 14 days.`,
      ),
    INTERIM_REPLY: w =>
      plain(
        `We are handling your application${since(w)} for an exception from ${w.register}. It is about HSE cards for ${w.firm}. It takes longer than one month, because we have many applications and handle them in turn.`,
      ),
    ADVANCE_NOTICE: w =>
      plain(
        `The Norwegian Labour Inspection Authority (Arbeidstilsynet) is considering withdrawing the exception${given(w)} for HSE cards for ${w.firm}. Nothing is decided. First we want to hear from you.`,
      ),
    APPEAL_RECEIVED: w =>
      plain(
        `We received your appeal${w.received ? ` on ${w.received}` : ''}. It is about the decision${given(w)} on an exception from ${w.register} and HSE cards for ${w.firm}.`,
      ),
    APPEAL_UPHELD_FORWARDED: w =>
      plain(
        `We have assessed the decision${given(w)} again and do not change it. It is about an exception from ${w.register} and HSE cards for ${w.firm}. We have sent your appeal and all documents in the case to ${w.appealBody}.`,
      ),
    APPEAL_REVERSED: w =>
      plain(
        `We have assessed the case again and changed the decision${given(w)}. The exception holds for HSE cards for ${w.firm} from ${w.from} ${lasts(w)}.`,
      ),
    APPEAL_DISMISSED_LATE: w =>
      plain(
        `We received your appeal${w.received ? ` on ${w.received}` : ''}. The time limit for appeals was over by then. The Norwegian Labour Inspection Authority (Arbeidstilsynet) has therefore dismissed the appeal against the decision${given(w)}, which was about HSE cards for ${w.firm}.`,
      ),
    ENTRY_EXPIRING: w =>
      plain(
        `The exception${given(w)} from ${w.register}, for HSE cards for ${w.firm}, lasts to the end of ${w.to}.`,
      ),
    ENTRY_ENDED: w =>
      plain(
        `The exception${given(w)} from ${w.register}, for HSE cards for ${w.firm}, lasted as long as the role in the firm did. The register of business entities (Enhetsregisteret) no longer shows the role. The last day the exception held was ${w.to}.`,
      ),
    CARD_ORDERING_OPENED: w =>
      plain(
        `We are handling your application${since(w)}. The conditions that we can look at now are met. ${w.firm} may order HSE cards from today.`,
      ),
    CONFIRMATION_REMINDER: w =>
      plain(
        `We have not received the annual confirmation (årlig melding) from ${w.firm}. Every firm approved in ${w.register} must confirm each year that the conditions are still met.`,
      ),
    CONFIRMATION_RECEIVED: w =>
      plain(
        `Thank you. ${w.firm} has sent the annual confirmation${w.received ? ` on ${w.received}` : ''}. The approval in ${w.register} stands.`,
      ),
    APPROVAL_EXPIRING: w =>
      plain(
        `The approval of ${w.firm} in ${w.register} lasts until ${w.to} and including that day. It holds for one year at a time.`,
      ),
  },
  parts: {
    EFFECT: w =>
      part(
        'What this means for you',
        `With the exception, the requirement about ${w.register} counts as met. All other requirements still apply. An order that has waited for this goes on by itself. Tell us if anything changes.`,
      ),
    LEGAL: w => part('Rules we have used', `We have used ${w.legalRefs}.`),
    MISSING: w => part('What is missing', w.missing),
    HOW_TO_SEND: w =>
      part(
        'How to send it',
        `Sign in to the portal with eID, or send it by post to ${w.officeAddress}. Mark it “HMS-kort” and case number ${w.caseNumber}. ${w.mailAllowed ? 'E-mail is fine too, as long as the documents are only about the firm.' : 'Do not send the documents by ordinary e-mail.'}`,
      ),
    ANSWER_BY: w => part('Time limit', `We must have your answer by ${w.deadline}.`),
    CONSEQUENCE: () =>
      plain(
        'The case rests while we wait. If the documents do not reach us in time, we decide the case with what we have. Your application may then be dismissed or refused.',
      ),
    COMMENT: () =>
      part(
        'You may comment',
        'Write to us if you think that something is wrong or missing. You have the right to see the documents in the case.',
      ),
    NEXT_STEP: w =>
      part(
        'What happens now',
        `We assess the case again. If we do not change the decision, we send the appeal to ${w.appealBody}. You will hear from us either way.`,
      ),
    APPEAL_RIGHT: () =>
      part(
        'You may appeal',
        'You may appeal if you think that the decision is wrong. The appeal must be in writing and signed, or sent from the portal after signing in with eID. Say which decision it is about, what should be changed, and why.',
      ),
    APPEAL_DEADLINE: w => plain(`The time limit is three weeks after you received this letter.${lastDay(w)}`),
    APPEAL_BODY: w =>
      plain(
        `Send the appeal to Arbeidstilsynet. We assess the case again. If we do not change the decision, we send the appeal to ${w.appealBody}, which decides it. You may ask that the decision is not carried out before the appeal is decided.`,
      ),
    ACCESS: () =>
      part(
        'You may see the documents',
        'You have the right to see the documents in the case. Contact us, and we will also advise you on how to appeal.',
      ),
    CONTACT: w =>
      part(
        'Questions?',
        `Call us on ${w.officePhone} or write to ${w.officeAddress}. State case number ${w.caseNumber}.`,
      ),
  },
  own: {
    DECISION_REFUSE: { EFFECT: stays },
    DECISION_DISMISS: { EFFECT: stays },
    DECISION_WITHDRAW: {
      EFFECT: w =>
        part(
          'What this means for you',
          `The requirement about ${w.register} applies again. HSE cards that build on the exception become invalid if it is not met.`,
        ),
    },
    DEFICIENCY: {
      LEGAL: () =>
        plain(
          'We write because we have to give guidance and to see to it that the case is clear enough to be decided, see the Public Administration Act (forvaltningsloven) §§ 11 and 17.',
        ),
    },
    WRONG_CHANNEL: {
      CONTACT: w => part('Questions?', `Call us on ${w.officePhone} or write to ${w.officeAddress}.`),
      HOW_TO_SEND: w =>
        part(
          'How to send the data safely',
          `Sign in to the portal with eID, or send everything by post to ${w.officeAddress}. Mark it “HMS-kort”.`,
        ),
    },
    INTERIM_REPLY: {
      LEGAL: () =>
        plain(
          'We have to tell you when a case takes longer than one month, see the Public Administration Act (forvaltningsloven) § 11 a.',
        ),
      ANSWER_BY: w => part('When you will have an answer', `We expect to decide the case by ${w.deadline}.`),
    },
    ADVANCE_NOTICE: {
      LEGAL: w =>
        part(
          'Rules we use',
          `We give notice under the Public Administration Act (forvaltningsloven) § 16. We assess the case under ${w.legalRefs}.`,
        ),
    },
    APPEAL_UPHELD_FORWARDED: {
      LEGAL: w =>
        part(
          'Rules we have used',
          `We have used ${w.legalRefs}. The appeal has been sent on under the Public Administration Act (forvaltningsloven) § 33.`,
        ),
      COMMENT: w =>
        part(
          'You may comment',
          `${w.appealBody} decides the appeal. You may send more information there, and you have the right to see the documents in the case.`,
        ),
    },
    APPEAL_DISMISSED_LATE: {
      EFFECT: () => part('What this means for you', 'The decision stands.'),
      LEGAL: w =>
        part(
          'Rules we have used',
          `We have used ${w.legalRefs}. An appeal that comes too late can only be handled in special cases, see the Public Administration Act (forvaltningsloven) § 31.`,
        ),
    },
    ENTRY_EXPIRING: {
      EFFECT: w =>
        part(
          'What this means for you',
          `After that day the requirement about ${w.register} applies again. HSE cards that build on the exception then become invalid if it is not met.`,
        ),
      NEXT_STEP: w =>
        part(
          'What you can do',
          `If you need the exception for longer, you can apply again. Sign in to the portal with eID, or send the application by post to ${w.officeAddress}. Apply in good time, so that we can answer before the last day.`,
        ),
    },
    CARD_ORDERING_OPENED: {
      NEXT_STEP: () =>
        part(
          'What you must do',
          'Order HSE cards (HMS-kort) for everybody who needs one. When all have a valid card, we decide the application. You will hear from us then.',
        ),
    },
    CONFIRMATION_REMINDER: {
      NEXT_STEP: w =>
        part(
          'How to do it',
          `Sign in to the portal with eID, or send the annual confirmation by post to ${w.officeAddress}. Say how many employees you have. If it does not come, the approval may be withdrawn.`,
        ),
    },
    CONFIRMATION_RECEIVED: {
      NEXT_STEP: () =>
        part(
          'What happens now',
          `You need not do anything more this year. Tell us if anything changes. Everybody who does the work must have a valid HSE card (HMS-kort).`,
        ),
    },
    APPROVAL_EXPIRING: {
      NEXT_STEP: w =>
        part(
          'What you must do',
          `To stay approved, you must apply again. Sign in to the portal with eID, or send the application by post to ${w.officeAddress}. Apply in good time, so that we can answer before the last day.`,
        ),
    },
    ENTRY_ENDED: {
      EFFECT: w =>
        part(
          'What this means for you',
          `The requirement about ${w.register} applies again. HSE cards that build on the exception become invalid if it is not met.`,
        ),
      NEXT_STEP: () =>
        part(
          'What you can do',
          'If you think that this is wrong, it has to be put right in Enhetsregisteret. Write to us when that is done, and we will look at the case again. You can also apply for a new exception.',
        ),
    },
  },
  marks: {
    appeal: 'appeal',
    threeWeeks: 'three weeks',
    documents: 'see the documents',
    automatic: 'automatically',
  },
  frame: {
    reference: 'Our ref.',
    addressFromRegister: 'The address is taken from the population register',
    automatic: 'This letter was made and sent automatically, and is therefore not signed.',
    page: (page, of) => `Page ${page} of ${of}`,
  },
};
