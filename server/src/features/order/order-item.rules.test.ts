import { describe, expect, it } from 'vitest';
import { CheckOutcome } from '../register-check/register-check.enums.ts';
import { OrderItemStatus } from './order.enums.ts';
import {
  allMet,
  cancelOn,
  isTimedOut,
  nextOrderItemStatus,
  ORDER_ITEM_TRANSITIONS,
  type OrderItemTrigger,
  orderItemActions,
  settledTrigger,
} from './order-item.rules.ts';

const approved = { outcome: 'APPROVED', settledOutcome: 'APPROVED' } as const;
const TRIGGERS = Object.keys(ORDER_ITEM_TRANSITIONS.DRAFT) as OrderItemTrigger[];
const reached = (status: OrderItemStatus) => TRIGGERS.map(trigger => nextOrderItemStatus(status, trigger));

describe('R1: a line waits until images and all checks have passed', () => {
  it.each(Object.values(CheckOutcome))('one check that is %s', outcome => {
    const met = ['APPROVED', 'APPROVED_BY_EXCEPTION', 'APPROVED_BY_SELF_DECLARATION', 'NOT_APPLICABLE'];
    const checks = [approved, { outcome, settledOutcome: null }];
    expect(allMet({ imageRequirement: 'MET', checks })).toBe(met.includes(outcome));
  });

  it('images alone are not enough, and no checks at all are not all checks', () => {
    expect(allMet({ imageRequirement: 'AWAITING_REVIEW', checks: [approved] })).toBe(false);
    expect(allMet({ imageRequirement: 'MET', checks: [] })).toBe(false);
  });

  it('READY is reached from PENDING only, and by having everything only', () => {
    for (const status of Object.values(OrderItemStatus)) {
      const ways = TRIGGERS.filter(trigger => nextOrderItemStatus(status, trigger) === 'READY');
      const expected = { PENDING: ['ALL_MET'], IN_PRODUCTION: ['PRODUCTION_REFUSED'] } as Record<
        string,
        string[]
      >;
      expect(ways).toEqual(expected[status] ?? []);
    }
  });
});

describe('a line that is ready', () => {
  const ready = { status: 'READY', imageRequirement: 'MET' } as const;

  it('waits again when a check no longer holds', () => {
    const checks = [approved, { outcome: 'REJECTED', settledOutcome: 'REJECTED' }] as const;
    expect(settledTrigger({ ...ready, checks })).toBe('CHECK_LAPSED');
  });

  it('stays when a register is silent', () => {
    const checks = [approved, { outcome: 'UNAVAILABLE', settledOutcome: 'APPROVED' }] as const;
    expect(settledTrigger({ ...ready, checks })).toBeNull();
  });
});

describe('R2 and R3: the clock', () => {
  const clock = { scheme: 'CLEANING', clockFrom: '2026-03-23', approvalPending: false, days: 20 } as const;

  it('ends a waiting line when the twentieth working day has ended', () => {
    const last = cancelOn(clock);
    expect(last).toBe('2026-04-23');
    expect(isTimedOut({ status: 'PENDING', cancelOn: last }, '2026-04-23')).toBe(false);
    expect(isTimedOut({ status: 'PENDING', cancelOn: last }, '2026-04-24')).toBe(true);
    expect(isTimedOut({ status: 'IMAGE_REJECTED', cancelOn: last }, '2026-04-24')).toBe(true);
    expect(isTimedOut({ status: 'READY', cancelOn: last }, '2026-12-31')).toBe(false);
  });

  it('stands while a cleaning or car-care firm awaits approval, and for no other', () => {
    expect(cancelOn({ ...clock, approvalPending: true })).toBeNull();
    expect(cancelOn({ ...clock, scheme: 'CAR_CARE', approvalPending: true })).toBeNull();
    expect(cancelOn({ ...clock, scheme: 'CONSTRUCTION', approvalPending: true })).toBe('2026-04-23');
  });
});

describe('the end of a line', () => {
  it.each(['SHIPPED', 'AUTO_CANCELLED', 'CANCELLED'] as const)('%s is final', status => {
    expect(reached(status).filter(next => next !== null)).toEqual([]);
  });

  it('a line in production can no longer be cancelled', () => {
    expect(nextOrderItemStatus('IN_PRODUCTION', 'CANCELLED')).toBeNull();
    expect(orderItemActions('IN_PRODUCTION')).not.toContain('CANCEL');
  });

  it('offers an action only where the state table has the step', () => {
    for (const status of Object.values(OrderItemStatus)) {
      const may = nextOrderItemStatus(status, 'CANCELLED') !== null;
      expect(orderItemActions(status).includes('CANCEL')).toBe(may);
    }
  });
});

it('R22: new images lead back to PENDING, and the line goes on by itself when they are approved', () => {
  expect(nextOrderItemStatus('IMAGE_REJECTED', 'IMAGES_SUBMITTED')).toBe('PENDING');
  expect(settledTrigger({ status: 'PENDING', imageRequirement: 'MET', checks: [approved] })).toBe('ALL_MET');
  expect(
    settledTrigger({ status: 'IMAGE_REJECTED', imageRequirement: 'MET', checks: [approved] }),
  ).toBeNull();
});
