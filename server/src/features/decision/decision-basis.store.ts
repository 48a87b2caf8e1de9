/** Everything a decision rests on, read in the transaction that decides: the application, its papers, what the registers say, the words chosen. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { isApproval } from '../application/application.enums.ts';
import type { LockedApplication } from '../application/application-state.write.ts';
import type { SaidCondition } from '../exception-catalogue/condition.rules.ts';
import { catalogueOn } from '../exception-catalogue/exception-catalogue.readmodel.ts';
import {
  type CheckedRequirement,
  checklist,
  type ExceptionRule,
  type OwnedDocument,
} from '../exception-catalogue/exception-catalogue.rules.ts';
import { type CardCoverage, COVERAGE } from '../firm-approval/card-coverage.rules.ts';
import { conditionFacts, SAID_CONDITIONS } from '../firm-approval/condition.store.ts';
import { settingRows } from '../setting/setting.readmodel.ts';
import { type Settings, settingsFrom } from '../setting/setting.rules.ts';
import { groundsFor, statutesOn } from '../text-block/text-block.readmodel.ts';
import type { StatuteRow, TextBlockRow } from '../text-block/text-block.rules.ts';
import type { DecisionContent } from './decision.rules.ts';

export interface BasisDocument extends OwnedDocument {
  readonly versionId: string;
  readonly version: number;
  /** Of the bytes, in hex. */
  readonly sha256: string;
}

export interface BasisPerson {
  readonly name: string;
  readonly birthDate: LocalDate | null;
  readonly restricted: boolean;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
}

/** As register_facts_of_application says it. */
export interface RegisterFacts {
  readonly firm: {
    readonly orgNumber: string;
    readonly name: string;
    readonly street: string | null;
    readonly postcode: string | null;
    readonly city: string | null;
    readonly form: string | null;
    readonly status: string | null;
    readonly employees: number | null;
    readonly inCompanyRegister: boolean | null;
    readonly inVatRegister: boolean | null;
  };
  readonly person: BasisPerson | null;
  readonly related: BasisPerson | null;
}

export interface DecisionBasis {
  readonly application: LockedApplication;
  readonly rule: ExceptionRule;
  readonly documents: readonly BasisDocument[];
  readonly requirements: readonly CheckedRequirement[];
  readonly registers: RegisterFacts;
  readonly settings: Settings;
  /** Of colleagues, about the case. */
  readonly notes: readonly string[];
  /** Day of the newest decision. */
  readonly decidedOn: LocalDate | null;
  /** An open appeal that came too late, and was not let in. */
  readonly appealLate: boolean;
  /** Null where no cards come before the decision. */
  readonly coverage: CardCoverage | null;
}

const DOCUMENTS = `select d.id::text, d.kind, v.id::text as "versionId", v.version, encode(v.sha256, 'hex') as sha256
from case_document d cross join lateral (select * from document_version w where w.document_id = d.id order by w.version desc limit 1) v
where d.case_id = $1 and d.struck_at is null order by d.id limit 200`;
const FACTS = 'select register_facts_of_application($1) as facts';
const NOTES = `select note from case_event where case_id = $1 and type in ('NOTE_ADDED', 'HELD', 'PROPOSAL_RETURNED') and note is not null order by id desc limit 100`;
const LATE = `select 1 as one from appeal where application_id = $1 and outcome is null and late and late_accepted is not true`;
const LAST =
  'select decided_on::text as "decidedOn" from decision where application_id = $1 order by id desc limit 1';

export async function decisionBasis(
  tx: Tx,
  application: LockedApplication,
  today: LocalDate,
): Promise<DecisionBasis> {
  const rule = (await catalogueOn(tx, application.received_on))[application.code];
  const documents = await tx.query<BasisDocument & Record<string, unknown>>(DOCUMENTS, [application.case_id]);
  const facts = await tx.one<{ facts: RegisterFacts }>(FACTS, [application.id]);
  const notes = await tx.query<{ note: string }>(NOTES, [application.case_id]);
  const last = await tx.one<{ decidedOn: LocalDate }>(LAST, [application.id]);
  if (!facts) throw new Error('no facts for an application that is there');
  const spoken = isApproval(application.code)
    ? await tx.query<SaidCondition & Record<string, unknown>>(SAID_CONDITIONS, [application.id])
    : [];
  const cards = await tx.one<{ coverage: CardCoverage | null }>(COVERAGE, [application.id]);
  const { claims } = application;
  const said = {
    person: application.person_id !== null,
    firm: true,
    vatProvision: claims.vatProvision ?? null,
    foreignStaff: claims.foreignStaff ?? null,
    conditions: conditionFacts(application, facts.facts.firm, spoken),
  };
  return {
    ...{ application, rule, documents, registers: facts.facts },
    requirements: checklist(rule, documents, said),
    settings: settingsFrom(await settingRows(tx), today, null),
    notes: notes.map(({ note }) => note),
    decidedOn: last?.decidedOn ?? null,
    appealLate: (await tx.one(LATE, [application.id])) !== null,
    coverage: cards?.coverage ?? null,
  };
}

export interface ChosenTexts {
  readonly grounds: readonly TextBlockRow[];
  readonly statutes: readonly StatuteRow[];
  /** Asked for and not offered for this decision on this day. */
  readonly unknown: boolean;
}

/** The words behind the ids, in the versions of the day. */
export async function chosenTexts(
  tx: Tx,
  { code }: Pick<LockedApplication, 'code'>,
  { content, day }: { readonly content: DecisionContent; readonly day: LocalDate },
): Promise<ChosenTexts> {
  const offered = await groundsFor(tx, { code, outcome: content.outcome, day });
  const law = await statutesOn(tx, day);
  const grounds = pick(offered, content.groundIds);
  const statutes = pick(law, content.statuteIds);
  const unknown =
    grounds.length !== content.groundIds.length || statutes.length !== content.statuteIds.length;
  return { grounds, statutes, unknown };
}

const pick = <R extends { readonly id: string }>(rows: readonly R[], ids: readonly string[]): R[] =>
  ids.flatMap(id => rows.filter(row => row.id === id).slice(0, 1));
