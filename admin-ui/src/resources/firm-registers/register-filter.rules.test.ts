import { describe, expect, it } from 'vitest';
import {
  cell,
  countiesIn,
  ofCounty,
  ofStatus,
  readFilter,
  registerOfPath,
  statusesOf,
  toRegisterFilter,
  writeFilter,
} from './register-filter.rules.ts';

const overview = [
  { county: '46', status: 'APPROVED_WITH_EMPLOYEES', firms: 3 },
  { county: null, status: 'NOT_APPROVED', firms: 1 },
  { county: '03', status: 'APPROVED_WITH_EMPLOYEES', firms: 2 },
  { county: '03', status: 'NOT_APPROVED', firms: 4 },
] as const;

describe('the page of a register of approved firms', () => {
  it('has an address for each register, and leaves out what is none of ours', () => {
    expect(registerOfPath('car-care')).toBe('CAR_CARE_APPROVAL');
    expect(registerOfPath('elsewhere')).toBeNull();
    const filter = readFilter(new URLSearchParams('status=APPROVED&county=3&text=+Rent+'));
    expect(toRegisterFilter('CLEANING_APPROVAL', filter)).toEqual({
      status: null,
      county: null,
      text: 'Rent',
    });
    expect(toRegisterFilter('STAFFING', filter).status).toEqual(['APPROVED']);
    expect(statusesOf('STAFFING')).not.toContain('CARD_ORDER_IN_PROGRESS');
  });

  it('another filter begins on the first page', () => {
    const next = writeFilter(new URLSearchParams('after=x&page=3&status=NOT_APPROVED'), { county: '03' });
    expect(next.toString()).toBe('status=NOT_APPROVED&county=03');
  });

  it('each number leaves out its own filter and keeps the other', () => {
    expect(ofStatus(overview, 'APPROVED_WITH_EMPLOYEES', '')).toBe(5);
    expect(ofStatus(overview, 'APPROVED_WITH_EMPLOYEES', '03')).toBe(2);
    expect(ofCounty(overview, '03', '')).toBe(6);
    expect(ofCounty(overview, '03', 'NOT_APPROVED')).toBe(4);
    expect(cell(overview, null, 'NOT_APPROVED')).toBe(1);
  });

  it('counties stand by number, firms without one last', () => {
    expect(countiesIn(overview)).toEqual(['03', '46', null]);
  });
});
