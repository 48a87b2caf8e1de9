/** Binds what waits for a second signature in the demo to exactly what the database holds, so that it can be approved. */
import type pg from 'pg';
import { lockApplication } from '../server/src/features/application/application-state.write.ts';
import { chosenTexts, decisionBasis } from '../server/src/features/decision/decision-basis.store.ts';
import { decisionLetterFacts } from '../server/src/features/decision/decision-letter.rules.ts';
import { proposalDigest } from '../server/src/features/decision/digest.rules.ts';
import { openProposalOf } from '../server/src/features/decision/proposal.store.ts';
import { composeLetter } from '../server/src/features/letter/letter-content.rules.ts';
import { osloDate } from '../server/src/platform/calendar/calendar.ts';
import type { Tx } from '../server/src/platform/db/db.ts';

/** What the registers say is told to the authority alone; whoever looks after protected persons included. */
const AS_LEADER = `select set_config('app.scopes', ' application=2 protected-person=2 ', true)`;
const WAITING = `select case_id::text as "caseId" from decision_proposal where state = 'OPEN' order by id`;
const BIND = `update decision_proposal p set letter = $2, digest = $3, application_version = a.version
from exception_application a where p.id = $1 and a.id = p.application_id`;

export async function bindProposals(client: pg.ClientBase): Promise<void> {
  const query = async (text: string, values: readonly unknown[] = []) =>
    (await client.query(text, [...values])).rows;
  const tx: Tx = {
    query,
    one: async (text: string, values?: readonly unknown[]) => (await query(text, values))[0] ?? null,
  };
  await client.query(AS_LEADER);
  const { rows } = await client.query<{ caseId: string }>(WAITING);
  for (const { caseId } of rows) await bind(tx, caseId);
}

async function bind(tx: Tx, caseId: string): Promise<void> {
  const proposal = await openProposalOf(tx, caseId);
  if (!proposal) return;
  const { before: _, ...content } = proposal.content;
  const day = osloDate(proposal.proposedAt);
  const application = await lockApplication(tx, caseId);
  const basis = await decisionBasis(tx, application, day);
  const texts = await chosenTexts(tx, application, { content, day });
  const signed = { date: day, decider: proposal.proposerName, approver: null };
  const letter = composeLetter(decisionLetterFacts(basis, { content, texts }, signed), application.language);
  const digest = proposalDigest(basis, content, letter);
  await tx.query(BIND, [proposal.id, JSON.stringify(letter), digest]);
}
