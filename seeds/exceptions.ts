/** What applications of the demo say and rest on: papers with their bytes, decisions with grounds and law, letters as the desk composes them, the journal. */
import type pg from 'pg';
import {
  type DecisionContent,
  digestOf,
  letterKindOf,
} from '../server/src/features/decision/decision.rules.ts';
import type { ChosenTexts } from '../server/src/features/decision/decision-basis.store.ts';
import {
  decisionLetterFacts,
  plainLetterFacts,
} from '../server/src/features/decision/decision-letter.rules.ts';
import type { LetterKind } from '../server/src/features/letter/letter.enums.ts';
import { composeLetter } from '../server/src/features/letter/letter-content.rules.ts';
import { STATUTES, TEXT_BLOCKS } from '../server/src/features/text-block/text-block.readmodel.ts';
import {
  groundsOf,
  isSuggested,
  type StatuteRow,
  statutesOf,
  type TextBlockRow,
} from '../server/src/features/text-block/text-block.rules.ts';
import type { SealedStorage } from '../server/src/platform/storage/sealed-storage.ts';
import { basisOf } from './exception-basis.ts';
import { addPaperFiles } from './exception-files.ts';
import { keepJournal } from './exception-journal.ts';
import { deadlineAfter } from './factories/exception-appeals.ts';
import type { ToldApplication, ToldDecision, ToldLetter } from './factories/exception-book.ts';
import type { MetCheck } from './factories/exception-orders.ts';
import { ASSESSMENT, relied } from './factories/exception-words.ts';
import { STAFF } from './factories/staff.ts';
import type { Rows } from './rows.ts';
import type { World } from './world.ts';

interface Texts {
  readonly blocks: readonly TextBlockRow[];
  readonly statutes: readonly StatuteRow[];
}

const NAMES = new Map<number, string>(Object.values(STAFF).map(({ id, name }) => [id, name]));
const nameOf = (staffId: number): string => NAMES.get(staffId) ?? '';

/** @param stored takes the storage keys of the papers, for when what follows fails */
export async function addExceptions(
  client: pg.ClientBase,
  files: SealedStorage,
  { world, stored }: { world: World; stored: string[] },
): Promise<void> {
  const { rows, applications } = world;
  await addPaperFiles(files, rows, { applications, stored });
  await wordApplications(client, rows, applications);
  keepJournal(rows, applications);
}

const BIND = `update register_check c set exception_entry_id = e.id, exception_code = e.code, exception_to = e.to_on
from unnest($1::bigint[], $2::bigint[]) as m (check_id, application_id) join exception_entry e on e.application_id = m.application_id
where c.id = m.check_id`;

/** Which entry let a check pass; checks are there before entries. */
export async function bindToEntries(client: pg.ClientBase, met: readonly MetCheck[]): Promise<void> {
  await client.query(BIND, [
    met.map(({ checkId }) => checkId),
    met.map(({ applicationId }) => applicationId),
  ]);
}

/** The wordings are in the database from its first day. */
async function wordApplications(
  client: pg.ClientBase,
  rows: Rows,
  applications: readonly ToldApplication[],
): Promise<void> {
  const texts = {
    blocks: (await client.query<TextBlockRow>(TEXT_BLOCKS)).rows,
    statutes: (await client.query<StatuteRow>(STATUTES)).rows,
  };
  for (const about of applications) {
    const worded = { rows, texts, about };
    for (const decision of about.decisions) wordDecision(worded, decision);
    for (const letter of about.letters) wordLetter(worded, letter);
  }
}

interface Worded {
  readonly rows: Rows;
  readonly texts: Texts;
  readonly about: ToldApplication;
}

function chosenFor({ texts, about }: Worded, { outcome, on }: ToldDecision): ChosenTexts {
  const deciding = { code: about.plan.code, outcome, day: on };
  return {
    grounds: groundsOf(texts.blocks, deciding).slice(0, 2),
    statutes: statutesOf(texts.statutes, on).filter(one => isSuggested(one, deciding)),
    unknown: false,
  };
}

function wordDecision(worded: Worded, told: ToldDecision): void {
  const { rows, about } = worded;
  const { language, plan } = about;
  const { kind, outcome, validFrom, validTo, whileRole } = told;
  const texts = chosenFor(worded, told);
  const content: DecisionContent = {
    ...{ kind, outcome, validFrom, validTo, whileRole, freeText: '' },
    facts: [relied(plan.code, outcome)[language]],
    groundIds: texts.grounds.map(({ id }) => id),
    statuteIds: texts.statutes.map(({ id }) => id),
  };
  const basis = basisOf(rows, about, told.on);
  const compose = (approver: string | null) => {
    if (!plan.withPapers) return {};
    const signed = { date: told.on, decider: nameOf(told.decidedBy), approver };
    return composeLetter(decisionLetterFacts(basis, { content, texts }, signed), language);
  };
  const draft = compose(null);
  Object.assign(rows.of('decision_proposal')[told.proposalId - 1] ?? {}, {
    content: JSON.stringify({ ...content, before: BEFORE[kind] }),
    ...{ letter: JSON.stringify(draft), digest: digestOf({ content, letter: draft }) },
  });
  if (told.decisionId === null) return;
  const letter = compose(told.approvedBy === null ? null : nameOf(told.approvedBy));
  writeDecision(rows, told, { content, texts, registers: basis.registers, letter });
  if (told.letterId !== null)
    putLetter(rows, about, { letterId: told.letterId, kind: letterKindOf(content), content: letter });
}

/** The state a proposal takes the application from. */
const BEFORE = {
  FIRST: 'UNDER_REVIEW',
  APPEAL: 'APPEALED',
  WITHDRAWAL: 'GRANTED',
  CORRECTION: 'GRANTED',
} as const;

interface DecisionWords {
  readonly content: DecisionContent;
  readonly texts: ChosenTexts;
  readonly registers: object;
  readonly letter: object;
}

function writeDecision(
  rows: Rows,
  told: ToldDecision,
  { content, texts, registers, letter }: DecisionWords,
): void {
  const grounds = texts.grounds.map(({ id, code, version, label, text }) => ({
    id,
    code,
    version,
    label,
    text,
  }));
  const law = texts.statutes.map(({ id, code, citation }) => ({ id, code, citation }));
  Object.assign(rows.of('decision')[Number(told.decisionId) - 1] ?? {}, {
    ...{ grounds: JSON.stringify(grounds), legal_refs: JSON.stringify(law) },
    ...{ facts: JSON.stringify({ relied: content.facts, registers }), digest: digestOf({ content, letter }) },
    appeal_deadline_on: deadlineAfter(told.on),
  });
}

function wordLetter({ rows, texts, about }: Worded, told: ToldLetter): void {
  const { language } = about;
  const forwarded = told.kind === 'APPEAL_UPHELD_FORWARDED';
  const law = statutesOf(texts.statutes, told.on).filter(({ code }) => /^FVL-33/.test(code));
  const facts = plainLetterFacts(basisOf(rows, about, told.on), {
    ...{ kind: told.kind, date: told.on, signer: nameOf(told.by), deadlineOn: told.answerBy },
    ...{ missing: told.missing, receivedOn: told.receivedOn },
    facts: forwarded ? [ASSESSMENT[language]] : [],
    legalRefs: law.map(({ citation }) => citation[language]),
  });
  putLetter(rows, about, {
    letterId: told.letterId,
    kind: told.kind,
    content: composeLetter(facts, language),
  });
}

function putLetter(
  rows: Rows,
  { language }: ToldApplication,
  { letterId, kind, content }: { letterId: number; kind: LetterKind; content: object },
): void {
  Object.assign(rows.of('letter')[letterId - 1] ?? {}, { kind, language, content: JSON.stringify(content) });
}
