/** Situations in which what is done with applications works. */
import { createApplication } from './application.factories.ts';
import { inDays } from './days.ts';
import type { Desk } from './desk.ts';
import { createFirm } from './people.factories.ts';
import type { WorkingCall } from './working-calls.ts';

export const APPLICATION_CALLS: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  async registerApplication(desk) {
    const { mainOrgNumber: orgNumber } = await createFirm(desk);
    const application = { code: 'VAT_SVALBARD', channel: 'LETTER', receivedOn: inDays(-1), language: 'nb' };
    return { who: 'agent', variables: { input: { ...application, orgNumber } } };
  },
  async handOverApplication(desk) {
    const { id: applicationId } = await createApplication(desk, { status: 'REGISTERED' });
    return { who: 'agent', variables: { input: { applicationId, expectedVersion: 1 } } };
  },
};
