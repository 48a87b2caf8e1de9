import { describe, expect, it } from 'vitest';
import { USUAL } from './usual.catalogue.ts';
import { type FirmKind, ordersAsUsual, USUAL_CODES, usualDifference, usualFrom } from './usual.rules.ts';
import { usualBody } from './usual.shape.ts';

const asUsual = (given: Partial<FirmKind>, rules = Object.values(USUAL)) =>
  ordersAsUsual({ form: 'AS', sectorCode: null, industry: null, ...given }, rules);

describe('who orders as usual', () => {
  it.each([
    ['Statens vegvesen', { form: 'ORGL', sectorCode: '6100' }, true],
    ['a municipality', { form: 'KOMM', sectorCode: '6500' }, true],
    ['a municipal undertaking needs an exception', { form: 'KF', sectorCode: '1510' }, false],
    ['a training office', { form: 'FLI', industry: '85.609' }, true],
    ['a company that teaches', { form: 'AS', industry: '85.609' }, false],
    ['an employers’ organisation', { form: 'FLI', industry: '94.110' }, true],
    ['a trade union', { form: 'FLI', industry: '94.200' }, true],
    ['a congregation', { form: 'FLI', industry: '94.910' }, false],
    ['a firm that lets its own property', { industry: '68.209' }, true],
    ['one that sells its own property', { industry: '68.100' }, true],
    ['an estate agent', { industry: '68.310' }, false],
    ['a builder', { sectorCode: '2100', industry: '41.200' }, false],
    ['a firm nothing is known about', {}, false],
  ])('%s', (_, firm, expected) => {
    expect(asUsual(firm)).toBe(expected);
  });

  it('is decided by the rules of the day', () => {
    const body = { ...USUAL.USUAL_PUBLIC, sectorCodes: ['6100'] };
    const rows = [{ id: '7', code: 'USUAL_PUBLIC', validFrom: '2027-01-01', body }];
    const municipality = { form: 'KOMM', sectorCode: '6500' };
    expect(asUsual(municipality, usualFrom(rows, '2026-12-31'))).toBe(true);
    expect(asUsual(municipality, usualFrom(rows, '2027-01-01'))).toBe(false);
  });

  it('is rehearsed with the other rules of the day: what another rule lets through does not differ', () => {
    const body = { ...USUAL.USUAL_PUBLIC, sectorCodes: ['1510'] };
    const after = { code: 'USUAL_PUBLIC' as const, body };
    const differs = (given: Partial<FirmKind>) =>
      usualDifference({ form: 'AS', sectorCode: null, industry: null, ...given }, after, {
        rows: [],
        day: '2026-11-23',
      });
    expect(differs({ sectorCode: '1510' })).toBe('AS_USUAL_NOW');
    expect(differs({ sectorCode: '6500' })).toBe('AS_USUAL_NO_MORE');
    expect(differs({ sectorCode: '6500', industry: '68.209' })).toBeNull();
    expect(differs({ sectorCode: '2100' })).toBeNull();
  });

  it.each(USUAL_CODES)('%s: what it is born with could have been proposed', code => {
    expect(usualBody.safeParse(USUAL[code]).success).toBe(true);
  });

  it.each([
    ['everybody', { sectorCodes: [] }],
    ['a sector of three digits', { sectorCodes: ['610'] }],
    ['an industry in words', { industryCodes: ['bygg'] }],
    ['a form in small letters', { forms: ['as'] }],
  ])('is never %s', (_, given) => {
    expect(usualBody.safeParse({ ...USUAL.USUAL_PUBLIC, ...given }).success).toBe(false);
  });
});
