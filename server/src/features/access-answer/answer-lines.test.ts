import { describe, expect, test } from 'vitest';
import { csvCell } from '../../platform/csv.ts';
import { ANSWER_TEXTS } from './access-answer.texts.ts';
import { csvOf, type LookupRow, linesOf, summaryOf, whatOf } from './answer-lines.ts';

const ROW: LookupRow = {
  at: new Date('2026-11-12T09:00:00Z'),
  operation: 'Case',
  tableName: 'desk_case',
  fields: ['case'],
  purpose: null,
  caseNumber: '2026/000123',
  actorId: '2',
  actorName: 'Stine Krog',
  roles: ['SENIOR_AGENT'],
  organisation: 'Kortservice',
};
const NB = { language: 'nb', withNames: false } as const;

describe('the answer to a person who asks who has seen her data', () => {
  test('says role and organisation, and the name only when that was decided', () => {
    expect(linesOf([ROW], NB)[0]?.who).toBe('Leder for kundebehandlere, Kortservice');
    expect(linesOf([ROW], { ...NB, withNames: true })[0]?.who).toBe(
      'Stine Krog, leder for kundebehandlere, Kortservice',
    );
    expect(linesOf([{ ...ROW, actorId: null, actorName: null, roles: null }], NB)[0]?.who).toBe(
      'Maskinelt oppslag',
    );
  });

  test('puts the same lookups of a day together, with the time of the first', () => {
    const later = { ...ROW, at: new Date('2026-11-12T12:00:00Z') };
    const nextDay = { ...ROW, at: new Date('2026-11-13T09:00:00Z') };
    const lines = linesOf([nextDay, later, ROW, { ...ROW, actorId: '3' }], NB);
    expect(lines.map(({ times }) => times)).toEqual([1, 2, 1]);
    expect(lines.map(({ at }) => at.getUTCDate())).toEqual([13, 12, 12]);
    expect(lines[1]?.at).toEqual(ROW.at);
    expect(summaryOf([nextDay, later, ROW, { ...ROW, actorId: '3' }], 'nb')).toBe(
      '2 ansatte har sett opplysninger om deg, 4 ganger i alt.',
    );
    expect(summaryOf([], 'en')).toBe('Nobody has seen data about you in this period.');
  });

  test('names each kind of lookup in plain words', () => {
    const of = (row: Partial<LookupRow>) => whatOf({ ...ROW, ...row });
    expect(of({})).toBe('CASE');
    expect(of({ tableName: 'person', fields: ['name'], operation: 'Cases' })).toBe('LIST');
    expect(of({ tableName: 'person', fields: ['name'], operation: 'searchName' })).toBe('NAME_SEARCH');
    expect(of({ tableName: 'person', operation: 'searchNationalId' })).toBe('NUMBER_SEARCH');
    expect(of({ tableName: 'person', operation: 'revealNationalId' })).toBe('NUMBER_SHOWN');
    expect(of({ tableName: 'stored_file' })).toBe('IMAGE');
    expect(of({ tableName: 'outbox_mail' })).toBe('LETTER');
    expect(of({ tableName: 'audit_log' })).toBe('LOG');
    expect(of({ tableName: 'card_order' })).toBe('ORDER');
    expect(of({ tableName: 'card', actorId: null })).toBe('CARD');
    expect(of({ tableName: 'register_answer' })).toBe('CHECKS');
    expect(of({ tableName: 'caller_verification' })).toBe('CALL');
    expect(of({ tableName: 'something_new' })).toBe('OTHER');
  });

  test('says why in her language, and never the free text of a reason', () => {
    const [line] = linesOf([{ ...ROW, purpose: 'CORRECT_ORDER' }], { language: 'nn', withNames: false });
    expect(line?.why).toBe('For å rette bestillinga');
    expect(linesOf([ROW], NB)[0]?.why).toBe('For å behandle saken');
  });

  test('has the same words in all three languages', () => {
    const shape = (language: 'nb' | 'nn' | 'en') => {
      const { what, why, roles, columns } = ANSWER_TEXTS[language];
      return [...Object.keys(what), ...Object.keys(why), ...Object.keys(roles), columns.length];
    };
    expect(shape('nn')).toEqual(shape('nb'));
    expect(shape('en')).toEqual(shape('nb'));
  });
});

describe('the file', () => {
  test('opens in a spreadsheet, and no cell becomes a formula', () => {
    for (const evil of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])
      expect(csvCell(evil)).toBe(`"'${evil}"`);
    expect(csvCell('say "hi"; now')).toBe('"say ""hi""; now"');
    const csv = csvOf(linesOf([{ ...ROW, organisation: '=cmd' }], { ...NB, withNames: true }), 'nb');
    const [head, line, rest] = csv.split('\r\n');
    expect(head).toBe('\uFEFF"Dato";"Klokkeslett";"Hvem";"Hva";"Hvorfor";"Sak";"Antall ganger"');
    expect(line).toContain('"2026-11-12";"10:00";"Stine Krog, leder for kundebehandlere, =cmd"');
    expect(rest).toBe('');
  });
});
