/** For each mutation of decisions and appeals a situation in which it works. */
import {
  type Application,
  createAppeal,
  createApplication,
  createDecision,
  createEntry,
} from './application.factories.ts';
import { complete, draftOf, openAll, proposalOf, propose, reserve } from './deciding.ts';
import type { Desk } from './desk.ts';
import type { WorkingCall } from './working-calls.ts';

type Arrange = (desk: Desk) => Promise<WorkingCall>;

const today = () => new Date().toISOString().slice(0, 10);
const as = (who: 'caseworker' | 'lead', input: Record<string, unknown>): WorkingCall => ({
  who,
  variables: { input },
});

async function versioned(desk: Desk, { caseId }: Application, more: Record<string, unknown> = {}) {
  const { rows } = await desk.sql.query('select version from desk_case where id = $1', [caseId]);
  return { caseId, expectedVersion: rows[0].version, ...more };
}

async function ready(desk: Desk, given: Parameters<typeof createApplication>[1] = {}): Promise<Application> {
  const application = await createApplication(desk, given);
  await reserve(desk, application.caseId, desk.staff.caseworker);
  return application;
}

/** A UDI grant that waits for the leader. */
async function proposed(desk: Desk) {
  const application = await ready(desk, { code: 'UDI_CONFIRMED' });
  await complete(desk, application);
  const caseworker = await desk.as('caseworker');
  const input = await draftOf({ desk, as: caseworker }, application, {
    validFrom: today(),
    validTo: '2099-01-01',
  });
  await propose(caseworker, input);
  await openAll(desk, await desk.as('lead'), application.caseId);
  return proposalOf(await desk.as('lead'), application.caseId);
}

async function appealed(desk: Desk): Promise<Application> {
  const application = await ready(desk, { status: 'APPEALED' });
  const { id: decisionId } = await createDecision(desk, application, {
    outcome: 'REFUSE',
    decidedBy: desk.staff.caseworker,
    facts: { relied: ['Ekteskapet er ikke dokumentert.'] },
  });
  await createAppeal(desk, application, { decisionId });
  return application;
}

export const DECISION_CALLS: Readonly<Record<string, Arrange>> = {
  async proposeDecision(desk) {
    const application = await ready(desk, { code: 'UDI_CONFIRMED' });
    await complete(desk, application);
    const given = { validFrom: today(), validTo: '2099-01-01' };
    return as('caseworker', await draftOf({ desk, as: await desk.as('caseworker') }, application, given));
  },
  askForDocuments: async desk => as('caseworker', await versioned(desk, await ready(desk))),
  async approveDecision(desk) {
    const { id: proposalId, digest } = await proposed(desk);
    return as('lead', { proposalId, digest });
  },
  returnProposal: async desk =>
    as('lead', { proposalId: (await proposed(desk)).id, reason: 'Mangler dato.' }),
  markProposalPartSeen: async desk => as('lead', { proposalId: (await proposed(desk)).id, part: 'LETTER' }),
  async registerAppeal(desk) {
    const application = await createApplication(desk, { status: 'REFUSED' });
    await createDecision(desk, application, { outcome: 'REFUSE', decidedBy: desk.staff.caseworker });
    const told = { receivedOn: today(), channel: 'LETTER', appellant: 'Prøve Person' };
    return as('caseworker', await versioned(desk, application, told));
  },
  async acceptLateAppeal(desk) {
    const application = await appealed(desk);
    await desk.sql.query('update appeal set late = true where case_id = $1', [application.caseId]);
    return as('caseworker', await versioned(desk, application, { grounds: 'Var på sykehus.' }));
  },
  forwardAppeal: async desk =>
    as('caseworker', await versioned(desk, await appealed(desk), { assessment: 'Ingen nye opplysninger.' })),
  withdrawAppeal: async desk => as('caseworker', await versioned(desk, await appealed(desk))),
  async proposeWithdrawals(desk) {
    const application = await createApplication(desk, { status: 'GRANTED' });
    const { caseworker } = desk.staff;
    const decision = await createDecision(desk, application, { decidedBy: caseworker });
    const entryId = await createEntry(desk, application, { decision });
    const draft = { kind: 'WITHDRAWAL', outcome: 'WITHDRAW' } as const;
    const texts = await draftOf({ desk, as: await desk.as('caseworker') }, application, draft);
    const { groundIds, statuteIds } = texts;
    const words = { groundIds, statuteIds, facts: ['Ekteskapet er oppløst.'], freeText: '' };
    return as('caseworker', { entryIds: [entryId], lastDay: today(), ...words });
  },
  async recordAppealsBodyResult(desk) {
    const application = await createApplication(desk, { status: 'FORWARDED' });
    const { id: decisionId } = await createDecision(desk, application, {
      outcome: 'REFUSE',
      decidedBy: desk.staff.caseworker,
    });
    await createAppeal(desk, application, { decisionId });
    await desk.sql.query(
      `update appeal set outcome = 'UPHELD', settled_at = now(), settled_by = $2, forwarded_at = now(), forwarded_by = $2 where case_id = $1`,
      [application.caseId, desk.staff.caseworker],
    );
    return as('caseworker', await versioned(desk, application, { outcome: 'UPHELD', decidedOn: today() }));
  },
};
