/** Wakes an application for approval when the last of those who need a card has one, with the approval written out for the caseworker who signs it (domain section 5). */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import { type DueRow, sweepJob } from '../../platform/jobs/sweep.ts';
import { lockApplication, moveApplication } from '../application/application-state.write.ts';
import type { CaseStatus } from '../case/case.enums.ts';
import { addEvent, freeCases, saveCase } from '../case/case.write.ts';
import { statusAfter } from '../case/case-gate.ts';
import { endHold, type HeldCase } from '../case/hold.write.ts';
import { decisionBasis } from '../decision/decision-basis.store.ts';
import { approvalContent } from './approval-content.store.ts';
import { type CardCoverage, COVERAGE, cardsReady } from './card-coverage.rules.ts';

const EVERY_SECONDS = 60;

const FIND = `select a.id::text, a.organisation_id, null as order_number, null as card_number, f.name as firm_name, null as person_id, null as person,
  a.received_on::text as from_on, null as to_on, array['CARDS_READY'] as reasons, a.case_id::text
from exception_application a join organisation f on f.id = a.firm_id where a.status = 'CARD_ORDERING'`;

const CASE =
  'select id::text, organisation_id, status, opened_on::text, due_days from desk_case where id = $1';

const SUGGEST = 'update exception_application set suggested = $2 where id = $1';

interface Ordering extends DueRow {
  case_id: string;
}

export const cardsReadyJobs = (clock: Clock): JobDefinition[] => [
  sweepJob<Ordering>({
    ...{ name: 'cards-ready', find: FIND, key: 'a.id', clock, everySeconds: EVERY_SECONDS },
    values: async () => [],
    deal: async (tx, rows, at) => {
      const free = await freeCases(
        tx,
        rows.map(({ case_id }) => case_id),
      );
      let woken = 0;
      for (const { id, case_id } of rows)
        if (free.has(case_id) && (await wake(tx, { id, caseId: case_id }, at))) woken += 1;
      return woken;
    },
  }),
];

async function wake(tx: Tx, { id, caseId }: { id: string; caseId: string }, at: Date): Promise<boolean> {
  const row = await tx.one<{ coverage: CardCoverage | null }>(COVERAGE, [id]);
  if (!row?.coverage || !cardsReady(row.coverage)) return false;
  const about = await tx.one<HeldCase & { status: CaseStatus }>(CASE, [caseId]);
  if (!about) return false;
  const application = await lockApplication(tx, caseId);
  const today = osloDate(at);
  const status = await moveApplication(tx, application, { trigger: 'CARDS_READY', at });
  const basis = await decisionBasis(tx, { ...application, status }, today);
  const content = await approvalContent(tx, basis, { from: today, today });
  const suggested = { at, version: application.version, ...row.coverage, content };
  await tx.query(SUGGEST, [application.id, JSON.stringify(suggested)]);
  const waited = about.status === 'ON_HOLD';
  const resumed = waited
    ? { ...(await endHold(tx, about, today)), status: statusAfter(about.status, 'RESUME') }
    : {};
  await saveCase(tx, about, { ...resumed, new_post_at: at });
  const { covered, known } = row.coverage;
  await addEvent(tx, about, { type: 'CARDS_READY', newValue: `${covered}/${known}` });
  return true;
}
