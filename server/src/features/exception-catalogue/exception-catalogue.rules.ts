/** Which rule of an exception held on a day, and what it asks of an application: papers, channel, time, signatures; for who registers and who decides. */
import { addMonthsClamped, type LocalDate } from '../../platform/calendar/calendar.ts';
import type { CaseChannel } from '../case/case.enums.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { BORN_FROM, EXCEPTIONS } from './exception.catalogue.ts';
import type { ClaimFact, DecisionOutcome, DocumentKind, ValidityKind } from './exception-catalogue.enums.ts';
import type { Requirement, RuleBody } from './exception-rule.shape.ts';
import { newestBy, type RuleRow } from './rule-versions.rules.ts';

/** A rule as it holds on a day; `id` is null for what the desk was born with. */
export interface ExceptionRule extends RuleBody {
  readonly code: ExceptionCode;
  readonly id: string | null;
  readonly validFrom: LocalDate;
}

export type Catalogue = Readonly<Record<ExceptionCode, ExceptionRule>>;

export const EXCEPTION_CODES = Object.values(ExceptionCode);

/** What the desk was born with: what of a rule never changes, and what to fall back on. */
export const bornRule = (code: ExceptionCode): RuleBody => EXCEPTIONS[code];

function versionsOf(code: ExceptionCode, rows: readonly RuleRow[]): ExceptionRule[] {
  const born = { ...EXCEPTIONS[code], code, id: null, validFrom: BORN_FROM };
  const later = rows
    .filter(row => row.code === code)
    .map(({ id, validFrom, body }) => ({ ...(body as RuleBody), code, id, validFrom }));
  return [born, ...later];
}

export const ruleOn = (code: ExceptionCode, rows: readonly RuleRow[], day: LocalDate): ExceptionRule =>
  newestBy(versionsOf(code, rows), day);

export function catalogueFrom(rows: readonly RuleRow[], day: LocalDate): Catalogue {
  return Object.fromEntries(EXCEPTION_CODES.map(code => [code, ruleOn(code, rows, day)])) as Catalogue;
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
}

export interface CheckedRequirement {
  readonly key: string;
  readonly label: Requirement['label'];
  readonly met: boolean;
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
    if ('fact' in requirement)
      return { key, label, met: SAYS[requirement.fact](claims), by: [], missing: [] };
    return { key, label, ...met(requirement.alternatives, documents) };
  });
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
