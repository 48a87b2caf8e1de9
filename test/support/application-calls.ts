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
  async registerApproval(desk) {
    const { mainOrgNumber: orgNumber } = await createFirm(desk);
    const told = { code: 'CLEANING_FIRM', channel: 'LETTER', receivedOn: inDays(-1), language: 'nb' };
    return { who: 'caseworker', variables: { input: { ...told, orgNumber, employees: 0, workers: 1 } } };
  },
  async assessCondition(desk) {
    const { caseId } = await createApplication(desk, {
      code: 'CLEANING_FIRM',
      reservedBy: desk.staff.caseworker,
    });
    const input = { caseId, expectedVersion: 1, key: 'INJURY_INSURED', state: 'MET' };
    return { who: 'caseworker', variables: { input } };
  },
  async openCardOrdering(desk) {
    const firm = await createFirm(desk);
    await desk.sql.query(
      `update organisation set status = 'ACTIVE', form = 'ENK', in_company_register = false, in_vat_register = true where id = $1`,
      [firm.main],
    );
    const claims = { employees: 0, workers: 1 };
    const { caseId } = await createApplication(desk, {
      ...{ code: 'CLEANING_FIRM', firm, claims, reservedBy: desk.staff.caseworker },
    });
    return { who: 'caseworker', variables: { input: { caseId, expectedVersion: 1 } } };
  },
  async handOverApplication(desk) {
    const { id: applicationId } = await createApplication(desk, { status: 'REGISTERED' });
    return { who: 'agent', variables: { input: { applicationId, expectedVersion: 1 } } };
  },
};
