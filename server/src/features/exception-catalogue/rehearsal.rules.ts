/** What a proposed rule would have done to applications of the last twelve months, and would do to the open ones; for the leaders, before it takes effect. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { ApplicationChannel } from '../application/application.enums.ts';
import type { DecisionOutcome } from './exception-catalogue.enums.ts';
import {
  type Claims,
  channelAllowed,
  checklist,
  isNewFirm,
  needsSecondSignature,
  type OwnedDocument,
  validity,
} from './exception-catalogue.rules.ts';
import type { RuleBody } from './exception-rule.shape.ts';
import type { RehearsalReason } from './rehearsal.enums.ts';

export interface RehearsedApplication {
  readonly channel: ApplicationChannel;
  readonly receivedOn: LocalDate;
  /** Last day of the permit, contract or measure. */
  readonly evidenceEndsOn: LocalDate | null;
  readonly firmRegisteredOn: LocalDate | null;
  readonly claims: Claims;
  /** Of an approval: as if it came on the first day of the rule. */
  readonly claimsThen?: Claims;
  readonly documents: readonly OwnedDocument[];
  /** Null while it is open. */
  readonly decision: RehearsedDecision | null;
}

export interface RehearsedDecision {
  readonly outcome: DecisionOutcome;
  readonly signedTwice: boolean;
  readonly validFrom: LocalDate | null;
  readonly legalRefs: number;
}

interface Rules {
  readonly before: RuleBody;
  readonly after: RuleBody;
}
type Difference = (application: RehearsedApplication, rules: Rules) => RehearsalReason | null;

const linesOf = (application: RehearsedApplication, { before, after }: Rules) => {
  const { documents, claims, claimsThen = claims } = application;
  return [checklist(before, documents, claims), checklist(after, documents, claimsThen)] as const;
};

/** A refusal for want of a paper is no news; what had all it needed and lacks something now is. */
const papers: Difference = (application, rules) => {
  const [had, has] = linesOf(application, rules).map(lines => lines.every(({ met }) => met));
  if (had === has) return null;
  return has ? 'COMPLETE_NOW' : 'MISSING_NOW';
};

/** A condition that is asked now or no more, or that something else proves, whatever else is lacking. */
const conditions: Difference = (application, rules) => {
  const [before, after] = linesOf(application, rules).map(lines =>
    JSON.stringify(
      lines.flatMap(one => (one.condition ? [[one.key, one.condition.state, one.missing]] : [])),
    ),
  );
  return before === after ? null : 'CONDITION_DIFFERS';
};

const channel: Difference = (application, { before, after }) => {
  const [was, is] = [channelAllowed(before, application.channel), channelAllowed(after, application.channel)];
  if (was === is) return null;
  return is ? 'CHANNEL_OPENED' : 'CHANNEL_CLOSED';
};

const newFirm: Difference = ({ receivedOn, firmRegisteredOn }, { before, after }) => {
  const dates = { registeredOn: firmRegisteredOn, receivedOn };
  return isNewFirm(before, dates) === isNewFirm(after, dates) ? null : 'NEW_FIRM_DIFFERS';
};

/** What two had signed already needs no other; of an open case nothing has been signed yet. */
const signature: Difference = ({ decision }, { before, after }) => {
  if (!decision) return null;
  const [was, is] = [before, after].map(rule => needsSecondSignature(rule, decision.outcome));
  if (was === is) return null;
  if (is) return decision.signedTwice ? null : 'SECOND_SIGNATURE_NOW';
  return 'SECOND_SIGNATURE_NO_MORE';
};

const lasting: Difference = ({ decision, evidenceEndsOn }, { before, after }) => {
  if (!decision?.validFrom) return null;
  const facts = { from: decision.validFrom, cardExpiresOn: null, documentDate: evidenceEndsOn };
  const [was, is] = [validity(before, facts), validity(after, facts)];
  return was.to === is.to && was.whileRole === is.whileRole ? null : 'OTHER_VALIDITY';
};

const legalReference: Difference = ({ decision }, { before, after }) => {
  const now = after.legalReference === 'REQUIRED' && before.legalReference !== 'REQUIRED';
  return now && decision?.outcome === 'GRANT' && decision.legalRefs === 0 ? 'LEGAL_REFERENCE_NOW' : null;
};

const DIFFERENCES = [signature, papers, conditions, channel, newFirm, lasting, legalReference];

/** @param rules `before`: what held the day it was received */
export const differences = (application: RehearsedApplication, rules: Rules): RehearsalReason[] =>
  DIFFERENCES.flatMap(difference => difference(application, rules) ?? []);
