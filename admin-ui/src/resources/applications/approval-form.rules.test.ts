import { describe, expect, it } from 'vitest';
import {
  type ApprovalForm,
  approvalInput,
  asksForWorkers,
  blankApproval,
  withWorker,
} from './approval-form.rules.ts';

const form = (given: Partial<ApprovalForm>): ApprovalForm => ({
  ...blankApproval(new URLSearchParams('orgNumber=312345676&channel=LETTER'), '2026-11-20'),
  ...{ code: 'CLEANING_FIRM', employees: '4', workers: ' 3 ' },
  ...given,
});

describe('the registration of a firm’s application for approval', () => {
  it('begins with what the address says', () => {
    expect(form({})).toMatchObject({ channel: 'LETTER', receivedOn: '2026-11-20', orgNumber: '312345676' });
    expect(blankApproval(new URLSearchParams('channel=PHONE'), '2026-11-20').channel).toBe('');
  });

  it('asks for those who need a card, except of agencies', () => {
    expect(approvalInput(form({}))).toMatchObject({ employees: 4, workers: 3, dischargeDuty: null });
    expect(approvalInput(form({ workers: '' }))).toBeNull();
    expect(asksForWorkers('STAFFING_AGENCY')).toBe(false);
    expect(approvalInput(form({ code: 'STAFFING_AGENCY', workers: '' }))?.workers).toBe(0);
  });

  it('asks car-care firms about discharge', () => {
    expect(approvalInput(form({ code: 'CAR_CARE_FIRM' }))).toBeNull();
    expect(approvalInput(form({ code: 'CAR_CARE_FIRM', dischargeDuty: 'NO' }))?.dischargeDuty).toBe(false);
  });

  it('numbers are whole, and none is left out', () => {
    for (const employees of ['', '-1', '2,5', 'to']) expect(approvalInput(form({ employees }))).toBeNull();
  });

  it('with nobody employed, those who are named are all who need a card', () => {
    const one = { relation: 'SPOUSE', nationalId: ' 1 ', givenName: 'Solveig', familyName: 'Sand' } as const;
    const open = { ...form({}), namedWorkers: [{ row: 1, ...one }] };
    expect(approvalInput({ ...open, employees: '0', workers: '' })).toMatchObject({
      ...{ employees: 0, workers: 1 },
      namedWorkers: [{ ...one, nationalId: '1' }],
    });
    expect(approvalInput({ ...open, employees: '2', workers: '' })).toBeNull();
    expect(approvalInput({ ...open, code: 'STAFFING_AGENCY' })?.namedWorkers).toEqual([]);
  });

  it('waits until it is said what each of them is to the firm', () => {
    const namedWorkers = withWorker(form({}));
    expect(approvalInput(form({ namedWorkers }))).toBeNull();
    expect(withWorker(form({ namedWorkers })).map(({ row }) => row)).toEqual([1, 2]);
  });
});
