import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Registers } from '../../server/src/registers/registers.ts';
import { registersOf, startSandbox, type TestSandbox } from '../support/registers.ts';

const MAIN = '310078417';
const SUB = '312345676';
const OTHER = '313000001';
const NOBODY = '310078471';
const KARI = { nationalId: '17858512387', personId: '4711' };
const OLA = { nationalId: '01819010192' };
const ANNA = { nationalId: '29840450188', personId: '4713' };

/** What every adapter owes its port, asked over HTTP of a server that answers as the register does. */
describe('the registers', () => {
  let sandbox: TestSandbox;
  let registers: Registers;

  beforeAll(async () => {
    sandbox = await startSandbox();
    registers = registersOf(sandbox);
    const name = { first: 'Kari', middle: 'Moen', last: 'Nordmann' };
    const address = { lines: ['Storgata 1'], postcode: '5003', city: 'BERGEN', country: 'NO' };
    sandbox
      .firm(MAIN)
      .is({ name: 'Fjord Bygg AS', sectorCode: '2100', employees: 12, language: 'nn', address })
      .subUnit(SUB, { name: 'Fjord Bygg avd. Bergen', employees: 7 })
      .role('DAGL', KARI.nationalId);
    sandbox.firm(OTHER).is({ form: 'ENK', inVatRegister: false, inCompanyRegister: false, bankrupt: true });
    sandbox
      .person(KARI.nationalId)
      .is({ name, address, birthDate: '1985-05-17', gender: 'WOMAN', citizenships: ['NOR', 'SWE'] })
      .employedIn(SUB, { start: '2024-01-08' })
      .employedIn(OTHER, { start: '2019-06-01', end: '2023-12-31', type: 'maritimtArbeidsforhold' })
      .mayWork('YES', '2027-06-30');
    sandbox
      .person(OLA.nationalId)
      .is({ status: 'INACTIVE', protection: 'CODE_6', address })
      .assignedBy(MAIN, [{ start: '2026-01-01', end: null }])
      .assignedBy(OTHER, [{ start: '2020-01-01', end: '2020-03-01' }]);
  });
  afterAll(async () => {
    await registers.close();
    await sandbox.stop();
  });

  describe('Enhetsregisteret', () => {
    it('tells what a firm is, and answers for Foretaksregisteret and Mva-registeret in the same breath', async () => {
      const answer = await registers.enhetsregisteret.unit(MAIN);
      expect(answer).toMatchObject({
        kind: 'UNIT',
        unit: {
          orgNumber: MAIN,
          name: 'Fjord Bygg AS',
          form: 'AS',
          inVatRegister: true,
          inCompanyRegister: true,
          sectorCode: '2100',
          employees: 12,
          bankrupt: false,
          language: 'nn',
          businessAddress: { lines: ['Storgata 1'], postcode: '5003', city: 'BERGEN', country: 'NO' },
        },
      });
      expect(await registers.enhetsregisteret.unit(OTHER)).toMatchObject({
        unit: { form: 'ENK', inVatRegister: false, inCompanyRegister: false, bankrupt: true },
      });
    });

    it('tells a number that never was from one that was removed', async () => {
      expect(await registers.enhetsregisteret.unit(NOBODY)).toMatchObject({
        kind: 'UNKNOWN',
        snapshot: { status: 404, answered: { kind: 'UNKNOWN' } },
      });
      sandbox.firm('314000006').is({ removedOn: '2026-05-04' });
      expect(await registers.enhetsregisteret.unit('314000006')).toMatchObject({
        kind: 'REMOVED',
        removedOn: '2026-05-04',
        snapshot: { status: 410 },
      });
      expect(await registers.enhetsregisteret.roles(NOBODY)).toMatchObject({ kind: 'UNKNOWN' });
      expect(await registers.enhetsregisteret.subUnit(NOBODY)).toMatchObject({ kind: 'UNKNOWN' });
    });

    it('tells a sub-unit, its main unit, and all sub-units of one', async () => {
      expect(await registers.enhetsregisteret.subUnit(SUB)).toMatchObject({
        kind: 'SUB_UNIT',
        subUnit: { orgNumber: SUB, mainOrgNumber: MAIN, form: 'BEDR', closedOn: null, employees: 7 },
      });
      expect(await registers.enhetsregisteret.subUnitsOf(MAIN)).toMatchObject({
        kind: 'SUB_UNITS',
        subUnits: [{ orgNumber: SUB }],
      });
      expect(await registers.enhetsregisteret.subUnitsOf(OTHER)).toMatchObject({ subUnits: [] });
    });

    it('tells who acts for a firm: by birth date openly, by number to those with a right', async () => {
      const role = { code: 'DAGL', resigned: false, person: { name: 'Kari Moen Nordmann' } };
      const open = await registers.enhetsregisteret.roles(MAIN);
      expect(open).toMatchObject({
        kind: 'ROLES',
        roles: [{ ...role, person: { birthDate: '1985-05-17', nationalId: null } }],
      });
      const authorised = await registers.enhetsregisteret.rolesWithNationalIds(MAIN);
      expect(authorised).toMatchObject({ roles: [{ ...role, person: { nationalId: KARI.nationalId } }] });
    });

    it('tells what has changed since a day, and after the last change that was seen', async () => {
      const since = new Date(Date.now() - 60_000);
      const all = await registers.enhetsregisteret.unitUpdates({ since });
      if (all.kind !== 'UPDATES') throw new Error(all.cause);
      const last = all.updates.at(-1);
      sandbox.firm(OTHER).is({ windingUp: true });
      expect(await registers.enhetsregisteret.unitUpdates({ afterId: last?.updateId ?? 0 })).toMatchObject({
        updates: [{ orgNumber: OTHER, change: 'CHANGED' }],
        more: false,
      });
      expect(await registers.enhetsregisteret.subUnitUpdates({ since })).toMatchObject({
        updates: [{ orgNumber: SUB, change: 'NEW' }],
      });
    });
  });

  describe('Folkeregisteret', () => {
    it('tells who a person is', async () => {
      expect(await registers.folkeregisteret.person(KARI)).toMatchObject({
        kind: 'PERSON',
        person: {
          status: 'ACTIVE',
          name: { first: 'Kari', middle: 'Moen', last: 'Nordmann' },
          birthDate: '1985-05-17',
          gender: 'WOMAN',
          citizenships: ['NOR', 'SWE'],
          protection: 'NONE',
          address: { lines: ['Storgata 1'], postcode: '5003' },
        },
      });
      expect(await registers.folkeregisteret.person(ANNA)).toMatchObject({ kind: 'UNKNOWN' });
    });

    it('lets no address of a protected person through, though the register tells it', async () => {
      const answer = await registers.folkeregisteret.person(OLA);
      expect(answer).toMatchObject({
        kind: 'PERSON',
        person: { status: 'INACTIVE', protection: 'CODE_6', address: null },
      });
      expect(JSON.stringify(answer)).not.toContain('Storgata');
    });
  });

  describe('Aa-registeret', () => {
    it('tells where a person works and worked', async () => {
      expect(await registers.aa.employmentsOf(KARI)).toMatchObject({
        kind: 'EMPLOYMENTS',
        employments: [
          { subUnit: SUB, mainUnit: MAIN, type: 'ordinaertArbeidsforhold', start: '2024-01-08', end: null },
          { subUnit: OTHER, type: 'maritimtArbeidsforhold', start: '2019-06-01', end: '2023-12-31' },
        ],
      });
      expect(await registers.aa.employmentsOf(ANNA)).toMatchObject({ employments: [] });
    });

    it('asked about one firm tells of no other employer', async () => {
      const answer = await registers.aa.employmentsOf(KARI, MAIN);
      expect(answer).toMatchObject({ employments: [{ subUnit: SUB }] });
      expect(JSON.stringify(answer)).not.toContain(OTHER);
    });

    it('tells who works in a sub-unit now, and who will', async () => {
      sandbox.person(ANNA.nationalId).employedIn(SUB, { start: '2099-01-01' });
      const answer = await registers.aa.staffOf(SUB);
      expect(answer).toMatchObject({
        kind: 'STAFF',
        staff: [{ nationalId: KARI.nationalId }, { nationalId: ANNA.nationalId, start: '2099-01-01' }],
      });
      sandbox.person(KARI.nationalId).leaves(SUB, '2026-01-31');
      expect(await registers.aa.staffOf(SUB)).toMatchObject({ staff: [{ nationalId: ANNA.nationalId }] });
    });
  });

  it('OAR tells an assignment, one that is over, and none', async () => {
    expect(await registers.oar.assignment(OLA, MAIN)).toMatchObject({
      kind: 'REGISTERED',
      active: true,
      periods: [{ start: '2026-01-01', end: null }],
    });
    expect(await registers.oar.assignment(OLA, OTHER)).toMatchObject({ kind: 'REGISTERED', active: false });
    expect(await registers.oar.assignment(KARI, MAIN)).toMatchObject({
      kind: 'NOT_REGISTERED',
      snapshot: { status: 404 },
    });
  });

  it('UDI says yes, no, or that it does not know', async () => {
    expect(await registers.udi.workAccess(KARI)).toMatchObject({ access: 'YES', validTo: '2027-06-30' });
    expect(await registers.udi.workAccess(OLA)).toMatchObject({ access: 'UNKNOWN', validTo: null });
    sandbox.person(OLA.nationalId).mayWork('NO');
    expect(await registers.udi.workAccess(OLA)).toMatchObject({ kind: 'WORK_ACCESS', access: 'NO' });
  });

  it('the access point says who takes EHF, takes each message once, and tells what became of it', async () => {
    const { accessPoint } = registers;
    const to = { orgNumber: MAIN, kind: 'INVOICE' } as const;
    expect(await accessPoint.canReceive(to)).toMatchObject({ kind: 'RECEIVES' });
    expect(await accessPoint.canReceive({ ...to, orgNumber: NOBODY })).toMatchObject({
      kind: 'NOT_A_RECEIVER',
    });
    const messageId = '6f1c0b5e-8f0a-4a57-9f3b-0d6a5a3b8a11';
    expect(await accessPoint.receiptOf(messageId)).toMatchObject({ kind: 'UNKNOWN' });
    for (const xml of ['<Invoice/>', '<Again/>'])
      expect(await accessPoint.send({ ...to, messageId, sender: OTHER, xml })).toMatchObject({
        kind: 'ACCEPTED',
      });
    expect([...sandbox.world.ehf.values()]).toEqual([{ messageId, to: MAIN, xml: '<Invoice/>' }]);
    expect(await accessPoint.receiptOf(messageId)).toMatchObject({ kind: 'DELIVERED' });
    sandbox.firm(MAIN).is({ ehf: 'REFUSES' });
    expect(await accessPoint.receiptOf(messageId)).toMatchObject({
      kind: 'FAILED',
      reason: expect.any(String),
    });
  });

  it('every answer carries its evidence, without a national ID number', async () => {
    const answers = await Promise.all([
      registers.folkeregisteret.person(KARI),
      registers.folkeregisteret.person(OLA),
      registers.aa.employmentsOf(KARI),
      registers.aa.staffOf(SUB),
      registers.oar.assignment(OLA, MAIN),
      registers.udi.workAccess(KARI),
      registers.enhetsregisteret.rolesWithNationalIds(MAIN),
    ]);
    for (const { snapshot } of answers) {
      expect(snapshot.asked.question).toMatch(/^[a-z]+/i);
      expect(Date.parse(snapshot.at)).toBeGreaterThan(Date.now() - 60_000);
      expect(snapshot.durationMs).toBeLessThan(2_000);
      expect(snapshot.source).toContain(sandbox.url);
      expect(JSON.stringify(snapshot)).not.toMatch(/\b\d{11}\b/);
    }
    expect(answers[0]?.snapshot.asked).toMatchObject({ personId: KARI.personId });
    expect(answers[1]?.snapshot.asked).toMatchObject({ person: '018190*****' });
  });
});
