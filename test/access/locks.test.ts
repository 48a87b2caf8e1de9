import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';
import { createCase, createDecision, createSubmission, type NewCaseIds } from '../support/factories.ts';

const NOTE = 'mutation Note($input: AddNoteInput!) { addNote(input: $input) { id } }';
const TAKE = 'mutation Take($input: CaseVersionInput!) { takeCase(input: $input) { id } }';
const REVEAL =
  'mutation Reveal($input: RevealNationalIdInput!) { revealNationalId(input: $input) { nationalId } }';
const UNDO = 'mutation Undo($id: EntityId!) { undoDecision(decisionId: $id) { id } }';

/** Longer than any answer takes, shorter than a test waits. */
const PATIENCE_MS = 5_000;

/** Somebody who may not see a row must not learn from waiting that there is one, nor hold up those who work on it. */
describe('while a colleague has locked a case', () => {
  let desk: Desk;
  let theirs: NewCaseIds;
  let decisionId: string;
  let holder: PoolClient;

  beforeAll(async () => {
    desk = await startDesk();
    theirs = await createCase(desk);
    const { id: submissionId } = await createSubmission(desk, theirs);
    decisionId = await createDecision(desk, { caseId: theirs.id, submissionId, decidedBy: desk.staff.agent });
    holder = await desk.sql.connect();
    await holder.query('begin');
    await holder.query('select id from desk_case where id = $1 for update', [theirs.id]);
  });
  afterAll(async () => {
    await holder.query('rollback');
    holder.release();
    await desk.stop();
  });

  const versioned = () => ({ input: { caseId: theirs.id, expectedVersion: 1 } });
  const calls = () =>
    [
      ['caseworker', NOTE, { input: { caseId: theirs.id, note: 'Hei' } }],
      ['finance', NOTE, { input: { caseId: theirs.id, note: 'Hei' } }],
      ['caseworker', TAKE, versioned()],
      ['finance', TAKE, versioned()],
      [
        'lead',
        REVEAL,
        {
          input: {
            caseId: theirs.id,
            personId: theirs.orderItem?.personId,
            purpose: 'IDENTITY_CHECK',
            reason: 'For this test only',
          },
        },
      ],
    ] as const;

  test('those who may not see it are answered at once that there is none', async () => {
    for (const [name, document, variables] of calls()) {
      const client = await desk.as(name);
      const began = performance.now();
      expect(await client.refused(document, variables), name).toBe('NOT_FOUND');
      expect(performance.now() - began, name).toBeLessThan(PATIENCE_MS);
    }
    expect(await (await desk.as('caseworker')).refused(UNDO, { id: decisionId })).toBe('FORBIDDEN');
  });

  test('those who may work on it wait for their turn', async () => {
    const colleague = await desk.as('colleague');
    const waiting = colleague.send(TAKE, versioned()).then(() => 'answered');
    const soon = new Promise<string>(resolve => setTimeout(resolve, 500, 'waits'));
    expect(await Promise.race([waiting, soon])).toBe('waits');
    await holder.query('rollback');
    await holder.query('begin');
    expect(await waiting).toBe('answered');
  });
});
