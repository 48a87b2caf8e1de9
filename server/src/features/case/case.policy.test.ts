import { beforeAll, describe, expect, it } from 'vitest';
import { type Access, createAccess } from '../../platform/access/access.ts';
import { ANONYMOUS, type Principal } from '../../platform/db/principal.ts';
import { CaseAction } from './case.enums.ts';
import { type ActionFacts, allowedActions, caseScope, PERMISSION_OF, stateOf } from './case.policy.ts';

const NOW = new Date('2026-11-18T09:00:00Z');
const LATER = new Date('2026-11-18T09:30:00Z');

function staff(role: string, organisationId = 1): Principal {
  return { ...ANONYMOUS, kind: 'staff', actorId: '7', roles: [role], organisationId };
}

function imageCase({ reservedBy = '7', barred = false, restricted = false, organisationId = 1 } = {}) {
  const facts = { organisationId, kind: 'IMAGE_REVIEW', reservedBy, barred, restricted };
  const row = {
    kind: 'IMAGE_REVIEW',
    status: 'OPEN',
    reserved_by: reservedBy,
    reserved_until: LATER,
    image_requirement: 'AWAITING_REVIEW',
    undo_open: false,
  } as const;
  return (actor: Principal): ActionFacts => ({ facts, state: stateOf(row, actor, NOW) });
}

describe('rights to cases', () => {
  let access: Access;
  beforeAll(async () => {
    access = await createAccess();
  });

  const offered = (actor: Principal, facts: (actor: Principal) => ActionFacts) =>
    allowedActions(access, actor, facts(actor));

  it('every action names a right that somebody has', () => {
    const everyone = ['SENIOR_AGENT', 'CASEWORKER_LEAD', 'FINANCE', 'AUDITOR', 'ADMIN'].map(role =>
      staff(role),
    );
    for (const action of Object.values(CaseAction)) {
      const { resource, action: right } = PERMISSION_OF[action];
      expect(everyone.some(actor => access.mayEver(actor, resource, right))).toBe(true);
    }
  });

  it('an agent decides on the images he or she has reserved, and on no others', () => {
    expect(offered(staff('AGENT'), imageCase())).toContain('APPROVE_IMAGES');
    expect(offered(staff('AGENT'), imageCase({ reservedBy: '8' }))).not.toContain('APPROVE_IMAGES');
  });

  it('whoever is barred may look and note, whatever the reservation says', () => {
    expect(offered(staff('SENIOR_AGENT'), imageCase({ barred: true })).toSorted()).toEqual([
      'BAR',
      'LINK',
      'NOTE',
    ]);
  });

  it('only a senior agent unmasks an ID number, and not that of a protected person', () => {
    expect(offered(staff('AGENT'), imageCase())).not.toContain('REVEAL_NATIONAL_ID');
    expect(offered(staff('SENIOR_AGENT'), imageCase())).toContain('REVEAL_NATIONAL_ID');
    expect(offered(staff('SENIOR_AGENT'), imageCase({ restricted: true }))).not.toContain(
      'REVEAL_NATIONAL_ID',
    );
  });

  it('another organisation’s case offers nothing', () => {
    expect(offered(staff('AGENT', 2), imageCase())).toEqual([]);
    expect(offered(staff('AUDITOR', 2), imageCase())).toEqual([]);
  });

  it('a reservation that has run out holds nobody back', () => {
    const row = {
      kind: 'INQUIRY',
      status: 'OPEN',
      reserved_by: '8',
      reserved_until: NOW,
      image_requirement: null,
      undo_open: false,
    } as const;
    expect(stateOf(row, staff('AGENT'), NOW)).toMatchObject({ reservation: 'none', image: 'NONE' });
    expect(stateOf({ ...row, reserved_until: LATER }, staff('AGENT'), NOW).reservation).toBe('other');
    expect(
      stateOf({ ...row, reserved_by: '7', reserved_until: LATER }, staff('AGENT'), NOW).reservation,
    ).toBe('mine');
  });

  it.each([
    ['AGENT', 'organisation'],
    ['CASEWORKER', 'organisation'],
    ['FINANCE', 'inquiries'],
    ['AUDITOR', 'any'],
    ['ADMIN', 'none'],
  ])('%s reads the cases of: %s', (role, scope) => {
    expect(caseScope(access, staff(role))).toBe(scope);
  });
});
