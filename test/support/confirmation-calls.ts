/** For each mutation of yearly confirmations a situation in which it works. */
import { type Application, createApplication, createDecision } from './application.factories.ts';
import { draftOf } from './deciding.ts';
import type { Desk } from './desk.ts';
import { insert } from './insert.ts';
import type { WorkingCall } from './working-calls.ts';

type Arrange = (desk: Desk) => Promise<WorkingCall>;

const as = (input: Record<string, unknown>): WorkingCall => ({ who: 'caseworker', variables: { input } });
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
let year = 2100;

interface Asked {
  readonly application: Application;
  readonly id: string;
}

/** A cleaning firm that has not answered, in a campaign of its own. */
export async function createConfirmation(
  desk: Desk,
  { dueOn, commentBy }: { dueOn: string; commentBy?: string },
): Promise<Asked> {
  const application = await createApplication(desk, { code: 'CLEANING_FIRM', status: 'GRANTED' });
  await createDecision(desk, application, { decidedBy: desk.staff.caseworker });
  year += 1;
  const campaign = await insert(desk, 'confirmation_campaign', {
    ...{ organisation_id: 2, register: 'CLEANING_APPROVAL', year, due_on: dueOn, opened_at: new Date() },
  });
  const id = await insert(desk, 'annual_confirmation', {
    ...{ organisation_id: 2, campaign_id: campaign, firm_id: application.firm.main },
    ...{ case_id: application.caseId, application_id: application.id },
    ...(commentBy ? { noticed_at: new Date(), comment_by: commentBy } : {}),
  });
  return { application, id };
}

async function wordsOf(desk: Desk, application: Application) {
  const draft = { kind: 'WITHDRAWAL', outcome: 'WITHDRAW' } as const;
  return draftOf({ desk, as: await desk.as('caseworker') }, application, draft);
}

export const CONFIRMATION_CALLS: Readonly<Record<string, Arrange>> = {
  async recordConfirmation(desk) {
    const { id } = await createConfirmation(desk, { dueOn: day(20) });
    const told = { channel: 'PORTAL', receivedOn: day(-1), employees: 4, statements: ['CONDITIONS_MET'] };
    return as({ confirmationId: id, expectedVersion: 1, ...told });
  },
  async sendConfirmationReminders(desk) {
    const { id } = await createConfirmation(desk, { dueOn: day(20) });
    return as({ confirmationIds: [id] });
  },
  async sendAdvanceNotices(desk) {
    const { id, application } = await createConfirmation(desk, { dueOn: day(-3) });
    const { statuteIds } = await wordsOf(desk, application);
    return as({ confirmationIds: [id], statuteIds, freeText: 'Svar oss.' });
  },
  async proposeConfirmationWithdrawals(desk) {
    const { id, application } = await createConfirmation(desk, { dueOn: day(-30), commentBy: day(-3) });
    const { groundIds, statuteIds } = await wordsOf(desk, application);
    const words = { groundIds, statuteIds, facts: ['Årlig melding er ikke sendt.'], freeText: '' };
    return as({ confirmationIds: [id], ...words });
  },
};
