import { describe, expect, it } from 'vitest';
import { StaffRole } from './staff.enums.ts';
import {
  checkRoles,
  initialsOf,
  newPasswordFault,
  rolesOf,
  sessionEndsAt,
  sessionState,
  splitRights,
  throttleState,
} from './staff.rules.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 7) + seconds * 1000);

describe('a change of rights', () => {
  const agent = { roles: [StaffRole.AGENT], active: true };

  it('gives nothing at once, whatever is asked for', () => {
    const all = Object.values(StaffRole);
    for (const active of [true, false]) {
      const { now, proposed } = splitRights({ roles: [], active: false }, { roles: all, active });
      expect(now).toEqual({ roles: [], active: false });
      expect(proposed).toEqual({ roles: all, activates: active });
    }
  });

  it('takes away at once, also beside what is proposed', () => {
    const swapped = splitRights(agent, { roles: [StaffRole.FINANCE], active: true });
    expect(swapped).toEqual({
      now: { roles: [], active: true },
      proposed: { roles: [StaffRole.FINANCE], activates: false },
    });
    expect(splitRights(agent, { ...agent, active: false })).toEqual({
      now: { roles: [StaffRole.AGENT], active: false },
      proposed: null,
    });
  });

  it('proposes all roles anew for whoever is let in again', () => {
    expect(splitRights({ ...agent, active: false }, agent).proposed).toEqual({
      roles: [StaffRole.AGENT],
      activates: true,
    });
  });
});

describe('the roles of staff', () => {
  it('the issuer has support and finance, the authority caseworkers and auditors', () => {
    expect(rolesOf('ISSUER')).toEqual(['AGENT', 'SENIOR_AGENT', 'FINANCE', 'ADMIN']);
    expect(rolesOf('AUTHORITY')).toEqual(['CASEWORKER', 'CASEWORKER_LEAD', 'AUDITOR', 'ADMIN']);
  });

  it('every role belongs somewhere', () => {
    expect(new Set([...rolesOf('ISSUER'), ...rolesOf('AUTHORITY')])).toEqual(
      new Set(Object.values(StaffRole)),
    );
  });

  it('a person holds at least one role, each once, and only those of the own organisation', () => {
    expect(checkRoles('ISSUER', ['AGENT', 'FINANCE'])).toBeNull();
    expect(checkRoles('AUTHORITY', ['ADMIN'])).toBeNull();
    expect(checkRoles('ISSUER', [])).toBe('ROLES_REQUIRED');
    expect(checkRoles('ISSUER', ['AGENT', 'AGENT'])).toBe('ROLES_DUPLICATE');
    expect(checkRoles('ISSUER', ['AGENT', 'CASEWORKER'])).toBe('ROLES_WRONG_ORGANISATION');
    expect(checkRoles('AUTHORITY', ['AGENT'])).toBe('ROLES_WRONG_ORGANISATION');
  });
});

describe('initials', () => {
  it.each([
    ['Tuva Myhre', 'TM'],
    ['Tuva Marie  Myhre ', 'TM'],
    ['åse ødegård', 'ÅØ'],
    ['Anne-Marie Bø', 'AB'],
    ['Øystein', 'Ø'],
    ['', ''],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('a session', () => {
  const session = { createdAt: at(0), seenAt: at(0), idleMinutes: 30, absoluteHours: 8 };

  it('lives until thirty minutes have passed without a request', () => {
    expect(sessionState({ ...session, now: at(30 * 60 - 1) })).toBe('LIVE');
    expect(sessionState({ ...session, now: at(30 * 60) })).toBe('IDLE');
    expect(sessionState({ ...session, seenAt: at(1200), now: at(40 * 60) })).toBe('LIVE');
  });

  it('ends after eight hours however busy it is', () => {
    const busy = { ...session, seenAt: at(8 * 3600 - 1) };
    expect(sessionState({ ...busy, now: at(8 * 3600 - 1) })).toBe('LIVE');
    expect(sessionState({ ...busy, now: at(8 * 3600) })).toBe('EXPIRED');
    expect(sessionState({ ...session, now: at(9 * 3600) })).toBe('EXPIRED');
    expect(sessionEndsAt(at(0), 8)).toEqual(at(8 * 3600));
  });
});

describe('failed sign-ins', () => {
  const waitAfter = (failures: number, kind: 'account' | 'address' = 'account') =>
    throttleState({ kind, failures, lastAt: at(0), now: at(0) }).waitSeconds;

  it('cost nothing at first, then 30 seconds, doubling up to 15 minutes', () => {
    expect([0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 5000].map(failures => waitAfter(failures))).toEqual([
      0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
    ]);
  });

  it('an address shared by many people has more room than an account', () => {
    expect([5, 19, 20, 21].map(failures => waitAfter(failures, 'address'))).toEqual([0, 0, 30, 60]);
  });

  it('the wait runs out, to the second', () => {
    const facts = { kind: 'account', failures: 5, lastAt: at(0) } as const;
    expect(throttleState({ ...facts, now: at(29.5) })).toEqual({ waitSeconds: 1 });
    expect(throttleState({ ...facts, now: at(30) })).toEqual({ waitSeconds: 0 });
    expect(throttleState({ ...facts, now: at(3600) })).toEqual({ waitSeconds: 0 });
  });
});

describe('a new password', () => {
  const faultOf = (newPassword: string, oldPassword = 'riktig-hest-batteri') =>
    newPasswordFault({ newPassword, oldPassword, email: 'kari.li@test.example', name: 'Kari Nordmann-Li' });

  it('is long rather than complicated: 12 to 200 characters of any kind, counted as people count', () => {
    expect(faultOf(`${'x'.repeat(5)}abcdef`)).toBe('PASSWORD_TOO_SHORT');
    expect(faultOf('regn i juni!')).toBeNull();
    expect(faultOf('海の上を歩く白い犬と猫と')).toBeNull();
    expect(faultOf('🐎🔋📎🐎🔋📎🐎🔋📎🌲🌊')).toBe('PASSWORD_TOO_SHORT');
    expect(faultOf(`${'abcde fghij '.repeat(16)}klmnopqr`)).toBeNull();
    expect(faultOf(`${'abcde fghij '.repeat(16)}klmnopqrs`)).toBe('PASSWORD_TOO_LONG');
    expect(faultOf('bare små bokstaver')).toBeNull();
  });

  it('is another one than before', () => {
    expect(faultOf('regn i juni!', 'regn i juni!')).toBe('PASSWORD_SAME');
    expect(faultOf('Regn i juni!', 'regn i juni!')).toBeNull();
  });

  it.each([
    'passord-2026-!!',
    'HMS-kort 2026!!!',
    'aaaaaaaaaaab',
    '345678901234',
    'xx kari.li xx',
    'Nordmann-Li 1',
  ])('is not what others try first: "%s"', password => {
    expect(faultOf(password)).toBe('PASSWORD_GUESSABLE');
  });

  it('may contain two letters that happen to be somebody’s short name', () => {
    expect(faultOf('blid fugl ved elva')).toBeNull();
  });
});
