/** Which step an application takes, and which case it is an application about; for everyone who registers or decides exceptions (domain sections 4 and 11). */
import type { CaseAction } from '../case/case.enums.ts';
import type { DecisionOutcome } from '../exception-catalogue/exception-catalogue.enums.ts';
import { ApplicationStatus } from './application.enums.ts';

export type ApplicationTrigger =
  | 'HANDED_OVER'
  | 'DOCUMENTS_ASKED'
  | 'DOCUMENT_RECEIVED'
  | 'ORDERING_OPENED'
  | 'CARDS_READY'
  | 'PROPOSED'
  | 'APPEALED'
  | 'FORWARDED'
  | 'SENT_BACK'
  | DecisionOutcome;

const { UNDER_REVIEW, AWAITING_DOCUMENTS, FOR_APPROVAL, GRANTED, REFUSED, DISMISSED, WITHDRAWN } =
  ApplicationStatus;
const { APPEALED, FORWARDED, CARD_ORDERING } = ApplicationStatus;

type Steps = Readonly<Partial<Record<ApplicationTrigger, ApplicationStatus>>>;
const DECIDED: Steps = { GRANT: GRANTED, REFUSE: REFUSED, DISMISS: DISMISSED, WITHDRAW: WITHDRAWN };

/** What is not here is refused; the database keeps the same table (migrations 20261124000012 and 20261125000011). */
const STEPS: Readonly<Record<ApplicationStatus, Steps>> = {
  REGISTERED: { HANDED_OVER: UNDER_REVIEW },
  UNDER_REVIEW: {
    ...DECIDED,
    DOCUMENTS_ASKED: AWAITING_DOCUMENTS,
    ORDERING_OPENED: CARD_ORDERING,
    PROPOSED: FOR_APPROVAL,
  },
  // Cards come before approval [AT-hms].
  CARD_ORDERING: {
    ...DECIDED,
    DOCUMENTS_ASKED: AWAITING_DOCUMENTS,
    CARDS_READY: UNDER_REVIEW,
    PROPOSED: FOR_APPROVAL,
  },
  AWAITING_DOCUMENTS: { DOCUMENT_RECEIVED: UNDER_REVIEW },
  FOR_APPROVAL: DECIDED,
  GRANTED: { REFUSE: REFUSED, WITHDRAW: WITHDRAWN, PROPOSED: FOR_APPROVAL, APPEALED },
  REFUSED: { GRANT: GRANTED, PROPOSED: FOR_APPROVAL, APPEALED },
  DISMISSED: { GRANT: GRANTED, PROPOSED: FOR_APPROVAL, APPEALED },
  WITHDRAWN: { GRANT: GRANTED, PROPOSED: FOR_APPROVAL, APPEALED },
  WRONG_CHANNEL: {},
  // fvl. § 33: the body that decided assesses the appeal first; what it does not reverse goes to the appeals body.
  APPEALED: { ...DECIDED, PROPOSED: FOR_APPROVAL, FORWARDED },
  FORWARDED: { ...DECIDED, SENT_BACK: UNDER_REVIEW },
};

/** Null when the trigger is refused in this status. A decision that repeats the status changes nothing, and is refused. */
export function nextApplicationStatus(
  status: ApplicationStatus,
  trigger: ApplicationTrigger,
): ApplicationStatus | null {
  return STEPS[status][trigger] ?? null;
}

/** Statuses in which something has been decided, and stands. */
export const isDecided = (status: ApplicationStatus): boolean =>
  status === GRANTED || status === REFUSED || status === DISMISSED || status === WITHDRAWN;

/** The step of the application behind an action of its case; the others are the case's own. */
const STEP_OF: Readonly<Partial<Record<CaseAction, ApplicationTrigger>>> = {
  ASK_FOR_DOCUMENTS: 'DOCUMENTS_ASKED',
  OPEN_CARD_ORDERING: 'ORDERING_OPENED',
  REGISTER_APPEAL: 'APPEALED',
  SETTLE_APPEAL: 'FORWARDED',
};

/** Whether an action of the case fits where its application is. */
export function applicationOffers(status: ApplicationStatus, action: CaseAction): boolean {
  if (action === 'ADD_DOCUMENT') return status !== 'WRONG_CHANNEL';
  // What comes in about an appeal: the appeal itself, or what the appeals body has said of it.
  if (action === 'REGISTER_APPEAL' && status === FORWARDED) return true;
  const step = STEP_OF[action];
  return step === undefined || nextApplicationStatus(status, step) !== null;
}
