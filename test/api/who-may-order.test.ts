import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  grantDelegation,
  lockDelegation,
  revokeDelegation,
} from '../../server/src/features/delegation/delegation.write.ts';
import type { Scheme } from '../../server/src/features/order/order.enums.ts';
import { whoMayOrder } from '../../server/src/features/order/who-may-order.readmodel.ts';
import { Db, type Tx } from '../../server/src/platform/db/db.ts';
import { ANONYMOUS } from '../../server/src/platform/db/principal.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createPerson, type Firm } from '../support/factories.ts';
import { insert } from '../support/insert.ts';

const TODAY = '2026-11-23';
let desk: Desk;
let firm: Firm;
beforeAll(async () => {
  desk = await startDesk();
  firm = await createFirm(desk);
});
afterAll(() => desk.stop());

const inTx = <T>(work: (tx: Tx) => Promise<T>) => {
  const info = { requestId: 'x', operation: 'x', address: null };
  return new Db(desk.app.jobParts, { ...ANONYMOUS, kind: 'system' }, info).transaction(work);
};
const ask = (personId: string, { unit = firm.unit, day = TODAY, scheme = null as Scheme | null } = {}) =>
  inTx(tx => whoMayOrder(tx, { firm: unit, personId, day, scheme }));
const newPerson = async () => (await createPerson(desk)).id;
const withRole = async (code: string, of = firm.main) => {
  const personId = await newPerson();
  const refreshed_at = new Date();
  await insert(desk, 'firm_role', {
    firm_id: of,
    code,
    person_id: personId,
    holder_name: 'X Y',
    refreshed_at,
  });
  return personId;
};
const given = (personId: string, grantedById: string, more: object = {}) => ({
  ...{ organisationId: 1, firmId: firm.main, personId, grantedById },
  ...{ fromOn: TODAY, toOn: null, today: TODAY },
  ...more,
});

describe('who may order', () => {
  test('the manager may, for the main unit and each sub-unit; a board member and a stranger may not', async () => {
    const [manager, member] = [await withRole('DAGL'), await withRole('MEDL')];
    expect(await ask(manager)).toMatchObject({ may: true, basis: 'ROLE', roleCode: 'DAGL' });
    expect(await ask(manager, { unit: firm.main })).toMatchObject({ may: true });
    expect(await ask(member)).toEqual({ may: false, fault: 'ROLE_DOES_NOT_ORDER' });
    expect(await ask(await newPerson())).toEqual({ may: false, fault: 'NO_ROLE_OR_DELEGATION' });
  });

  test('the manager of another firm may not', async () => {
    const other = await createFirm(desk);
    const manager = await withRole('DAGL', other.main);
    expect(await ask(manager)).toEqual({ may: false, fault: 'NO_ROLE_OR_DELEGATION' });
  });

  test('a firm nobody knows is not found', async () => {
    await expect(ask(await newPerson(), { unit: '999999' })).rejects.toThrow('NOT_FOUND');
  });
});

describe('a delegation', () => {
  test('holds for the sub-units from its first day to its last, and no longer when it is revoked', async () => {
    const [manager, delegate] = [await withRole('DAGL'), await newPerson()];
    const id = await inTx(tx =>
      grantDelegation(tx, given(delegate, manager, { fromOn: '2026-12-01', toOn: '2026-12-31' })),
    );
    expect(await ask(delegate)).toEqual({ may: false, fault: 'DELEGATION_NOT_BEGUN' });
    expect(await ask(delegate, { day: '2026-12-31' })).toMatchObject({ may: true, delegationId: id });
    expect(await ask(delegate, { day: '2027-01-01' })).toEqual({ may: false, fault: 'DELEGATION_ENDED' });
    const revoke = (tx: Tx, reason: 'MISUSE' | null) =>
      lockDelegation(tx, id).then(row =>
        revokeDelegation(tx, row, { at: new Date(), reason, expectedVersion: null }),
      );
    await inTx(tx => revoke(tx, null));
    expect(await ask(delegate, { day: '2026-12-15' })).toEqual({ may: false, fault: 'DELEGATION_REVOKED' });
    await expect(inTx(tx => revoke(tx, 'MISUSE'))).rejects.toThrow('ACTION_NOT_AVAILABLE');
  });

  test('is given by the holder of a role only, never by a delegate', async () => {
    const [manager, delegate, third] = [await withRole('LEDE'), await newPerson(), await newPerson()];
    await inTx(tx => grantDelegation(tx, given(delegate, manager)));
    await expect(inTx(tx => grantDelegation(tx, given(third, delegate)))).rejects.toMatchObject({
      params: { fault: 'DELEGATE_CANNOT_DELEGATE' },
    });
    await expect(inTx(tx => grantDelegation(tx, given(delegate, third)))).rejects.toMatchObject({
      params: { fault: 'NO_ROLE_OR_DELEGATION' },
    });
  });

  test('begins today at the earliest, ends no earlier than it begins, and is not for oneself', async () => {
    const [manager, delegate] = [await withRole('DAGL'), await newPerson()];
    const refused = (more: object) => inTx(tx => grantDelegation(tx, given(delegate, manager, more)));
    await expect(refused({ fromOn: '2026-11-22' })).rejects.toMatchObject({
      fieldErrors: { fromOn: 'DATE_PASSED' },
    });
    await expect(refused({ toOn: '2026-11-22' })).rejects.toMatchObject({
      fieldErrors: { toOn: 'DATE_BEFORE_START' },
    });
    await expect(refused({ personId: manager })).rejects.toMatchObject({
      fieldErrors: { personId: 'OWN_PERSON' },
    });
  });

  test('from outside the firm: ordered with in construction, refused in goods transport until she is employed', async () => {
    const [manager, delegate] = [await withRole('DAGL'), await newPerson()];
    await inTx(tx => grantDelegation(tx, given(delegate, manager)));
    expect(await ask(delegate, { scheme: 'CONSTRUCTION' })).toMatchObject({ may: true });
    const transport = { scheme: 'GOODS_TRANSPORT' as const };
    expect(await ask(delegate, transport)).toEqual({ may: false, fault: 'ORDERER_OUTSIDE_FIRM' });
    const employment = { person_id: delegate, unit_id: firm.unit, main_unit_id: firm.main, source: 'AA' };
    await insert(desk, 'employment', {
      ...{ ...employment, organisation_id: 1, kind: 'ordinaert' },
      ...{ start_on: '2026-01-01', end_on: '2026-12-31', refreshed_at: new Date() },
    });
    expect(await ask(delegate, transport)).toMatchObject({ may: true, basis: 'DELEGATION' });
    const fault = 'ORDERER_OUTSIDE_FIRM';
    expect(await ask(delegate, { ...transport, day: '2027-01-01' })).toEqual({ may: false, fault });
  });
});
