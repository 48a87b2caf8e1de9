/** Which rule of an exception held on a day, and what it asks of an application: papers, channel, time, signatures; for who registers and who decides. */
import { addMonthsClamped, type LocalDate } from '../../platform/calendar/calendar.ts';
import { ApplicationCode, ApprovalCode } from '../application/application.enums.ts';
import type { CaseChannel } from '../case/case.enums.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { APPROVALS } from './approval.catalogue.ts';
import { type CheckedCondition, type ConditionFacts, checkCondition, wants } from './condition.rules.ts';
import { BORN_FROM, EXCEPTIONS } from './exception.catalogue.ts';
import type { ClaimFact, DecisionOutcome, DocumentKind, ValidityKind } from './exception-catalogue.enums.ts';
import type { ConditionBody, Requirement, RuleBody } from './exception-rule.shape.ts';
import { newestBy, type RuleRow } from './rule-versions.rules.ts';

/** A rule for an exception or for the approval of a firm as it holds on a day; `id` is null for what the desk was born with. */
export interface ExceptionRule extends RuleBody {
  readonly code: ApplicationCode;
  readonly id: string | null;
  readonly validFrom: LocalDate;
}

export type Catalogue = Readonly<Record<ApplicationCode, ExceptionRule>>;

export const EXCEPTION_CODES = Object.values(ExceptionCode);
export const APPROVAL_CODES = Object.values(ApprovalCode);
export const ALL_CODES = Object.values(ApplicationCode);
const BORN: Readonly<Record<ExceptionCode | ApprovalCode, RuleBody>> = { ...EXCEPTIONS, ...APPROVALS };

/** What the desk was born with: what of a rule never changes, and what to fall back on. */
export const bornRule = (code: ApplicationCode): RuleBody => BORN[code];

function versionsOf(code: ApplicationCode, rows: readonly RuleRow[]): ExceptionRule[] {
  const born = { ...BORN[code], code, id: null, validFrom: BORN_FROM };
  const later = rows
    .filter(row => row.code === code)
    .map(({ id, validFrom, body }) => ({ ...(body as RuleBody), code, id, validFrom }));
  return [born, ...later];
}

export const ruleOn = (code: ApplicationCode, rows: readonly RuleRow[], day: LocalDate): ExceptionRule =>
  newestBy(versionsOf(code, rows), day);

export function catalogueFrom(rows: readonly RuleRow[], day: LocalDate): Catalogue {
  return Object.fromEntries(ALL_CODES.map(code => [code, ruleOn(code, rows, day)])) as Catalogue;
}

export interface OwnedDocument {
  readonly id: string;
  readonly kind: DocumentKind;
}

/** What the application itself says. */
export interface Claims {
  readonly person: boolean;
  readonly firm: boolean;
  readonly vatProvision: string | null;
  /** NONE: the firm has no foreign staff. REGISTERED: each has a D-number and is in Aa or OAR. */
  readonly foreignStaff: 'NONE' | 'REGISTERED' | null;
  /** What the conditions of an approval are judged by; an exception has none. */
  readonly conditions?: ConditionFacts | undefined;
}

export interface CheckedRequirement {
  readonly key: string;
  readonly label: Requirement['label'];
  readonly met: boolean;
  /** To be asked the applicant for. */
  readonly wanting: boolean;
  /** How it stands with a condition of an approval, and who says so; null for everything else. */
  readonly condition: CheckedCondition | null;
  /** Ids of the documents that meet it; none for what the application itself says. */
  readonly by: readonly string[];
  /** What would meet it: any one of these lists. Empty when it is met, or when the application must say it. */
  readonly missing: readonly (readonly DocumentKind[])[];
}

const SAYS: Readonly<Record<ClaimFact, (claims: Claims) => boolean>> = {
  PERSON: ({ person }) => person,
  FIRM: ({ firm }) => firm,
  VAT_PROVISION: ({ vatProvision }) => (vatProvision ?? '').trim() !== '',
  FOREIGN_STAFF: ({ foreignStaff }) => foreignStaff !== null,
};

/** @param documents those that count: not in quarantine, not withdrawn */
export function checklist(
  { requirements }: Pick<RuleBody, 'requirements'>,
  documents: readonly OwnedDocument[],
  claims: Claims,
): CheckedRequirement[] {
  return requirements.map(requirement => {
    const { key, label } = requirement;
    if ('condition' in requirement) return conditionLine(requirement, documents, claims);
    const found =
      'fact' in requirement
        ? { met: SAYS[requirement.fact](claims), by: [], missing: [] }
        : met(requirement.alternatives, documents);
    return { key, label, condition: null, wanting: !found.met, ...found };
  });
}

function conditionLine(
  { key, label, condition: body }: Requirement & { readonly condition: ConditionBody },
  documents: readonly OwnedDocument[],
  { conditions }: Claims,
): CheckedRequirement {
  if (!conditions) throw new Error('the conditions of an approval need to know the firm');
  const { evidence, ...condition } = checkCondition({ key, body }, conditions);
  const papers = evidence.length > 0 ? met(evidence, documents) : { met: false, by: [], missing: [] };
  const isMet = condition.state === 'MET' || condition.state === 'NOT_RELEVANT';
  const wanting = wants(condition, { asked: evidence.length > 0, came: papers.by.length > 0 });
  return { key, label, condition, met: isMet, wanting, by: papers.by, missing: isMet ? [] : papers.missing };
}

function met(
  alternatives: readonly (readonly DocumentKind[])[],
  documents: readonly OwnedDocument[],
): Pick<CheckedRequirement, 'met' | 'by' | 'missing'> {
  const has = (kind: DocumentKind) => documents.some(one => one.kind === kind);
  const whole = alternatives.find(kinds => kinds.every(has));
  if (!whole)
    return { met: false, by: [], missing: alternatives.map(kinds => kinds.filter(kind => !has(kind))) };
  return {
    met: true,
    by: documents.filter(({ kind }) => whole.includes(kind)).map(({ id }) => id),
    missing: [],
  };
}

/** Channels personal papers may come by. A telephone call announces an application and never makes one. */
const SECURE: ReadonlySet<string> = new Set<CaseChannel | 'API'>(['PORTAL', 'EDIALOG', 'LETTER', 'API']);

export function channelAllowed(
  { channels }: Pick<RuleBody, 'channels'>,
  channel: CaseChannel | 'API',
): boolean {
  return SECURE.has(channel) || (channel === 'EMAIL' && channels === 'ALSO_EMAIL');
}

export interface ValidityFacts {
  readonly from: LocalDate;
  /** Of the live card of this person in this firm, when there is one. */
  readonly cardExpiresOn: LocalDate | null;
  /** As written on the paper the rule names; null when nobody has read it yet. */
  readonly documentDate: LocalDate | null;
}

export interface Validity {
  readonly from: LocalDate;
  /** The last day; null while the role lasts, or when the date on the document is not known yet. */
  readonly to: LocalDate | null;
  readonly whileRole: boolean;
  /** What the end follows from. */
  readonly by: ValidityKind;
}

/** How long an entry lasts: its last day counts to its end (domain section 12: 2025-11-30 and three months is 2026-02-28). */
export function validity({ validity: rule }: Pick<RuleBody, 'validity'>, facts: ValidityFacts): Validity {
  const { from, cardExpiresOn, documentDate } = facts;
  const until = (to: LocalDate | null): Validity => ({ from, to, whileRole: false, by: rule.kind });
  switch (rule.kind) {
    case 'CARD_EXPIRY':
      return until(cardExpiresOn ?? addMonthsClamped(from, rule.months));
    case 'WHILE_ROLE':
      return { from, to: null, whileRole: true, by: rule.kind };
    case 'MONTHS':
      return until(addMonthsClamped(from, rule.months));
    case 'DOCUMENT_DATE':
      return until(documentDate);
    case 'UNTIL_WITHDRAWN':
      return until(null);
  }
}

export const needsSecondSignature = (
  { fourEyesOn }: Pick<RuleBody, 'fourEyesOn'>,
  outcome: DecisionOutcome,
): boolean => fourEyesOn.includes(outcome);

/** Six months old the day the application is received is no longer new; null where the age is not known. */
export function isNewFirm(
  { thresholds }: Pick<RuleBody, 'thresholds'>,
  { registeredOn, receivedOn }: { registeredOn: LocalDate | null; receivedOn: LocalDate },
): boolean | null {
  if (registeredOn === null || thresholds.newFirmMonths === null) return null;
  return addMonthsClamped(registeredOn, thresholds.newFirmMonths) > receivedOn;
}
