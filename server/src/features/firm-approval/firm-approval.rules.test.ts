import { describe, expect, it } from 'vitest';
import { FirmApprovalStatus } from './firm-approval.enums.ts';
import { isLapsed, lawfulToBuy, mayOrder } from './firm-approval.rules.ts';

const approval = (status: FirmApprovalStatus, validTo: string | null = null) =>
  ({ status, since: '2026-01-15', validTo }) as const;

describe('what a status in the register of approved firms means', () => {
  it('orders wait while the application is dealt with, and may be placed from the letter about cards on (R3)', () => {
    const words = Object.values(FirmApprovalStatus).map(status => [status, mayOrder(status)]);
    expect(Object.fromEntries(words)).toEqual({
      APPLICATION_IN_PROGRESS: 'WAITS',
      CARD_ORDER_IN_PROGRESS: 'YES',
      APPROVED_WITH_EMPLOYEES: 'YES',
      APPROVED_WITHOUT_EMPLOYEES: 'YES',
      APPROVED: 'YES',
      NOT_APPROVED: 'NO',
    });
  });

  it('buying is lawful from the application on, and not from a firm that is refused or never applied', () => {
    const lawful = Object.values(FirmApprovalStatus).filter(status =>
      lawfulToBuy(approval(status), '2026-11-23'),
    );
    expect(lawful).toEqual(Object.values(FirmApprovalStatus).filter(status => status !== 'NOT_APPROVED'));
    expect(lawfulToBuy(null, '2026-11-23')).toBe(false);
  });

  it('the last day of an agency’s year counts to its end', () => {
    const agency = approval('APPROVED', '2026-11-22');
    expect([isLapsed(agency, '2026-11-22'), isLapsed(agency, '2026-11-23')]).toEqual([false, true]);
    expect([lawfulToBuy(agency, '2026-11-22'), lawfulToBuy(agency, '2026-11-23')]).toEqual([true, false]);
  });
});
