import { describe, expect, it } from 'vitest';
import {
  attachmentType,
  canBeFiled,
  canBeSettled,
  deleteAt,
  holdsNationalId,
  isAutomatic,
  isShown,
  languageOf,
  type MailFacts,
  sortMail,
} from './inbound-mail.rules.ts';

const NOW = new Date('2026-03-20T10:00:00Z');
const FIRM_CASE = { caseId: '1', matchedBy: 'HEADER', personal: false, open: true } as const;
const facts = (given: Partial<MailFacts> = {}): MailFacts => ({
  ...{ automatic: false, problem: null, nationalId: false, target: null },
  ...given,
});

describe('what becomes of a mail', () => {
  it.each([
    ['nothing proves what it is about', facts(), { state: 'TO_SORT', answer: false }],
    ['it answers us about a firm', facts({ target: FIRM_CASE }), { state: 'FILED', answer: false }],
    [
      'the case is decided',
      facts({ target: { ...FIRM_CASE, open: false } }),
      { state: 'TO_SORT', answer: false },
    ],
    [
      'it is too large',
      facts({ target: FIRM_CASE, problem: 'TOO_LARGE' }),
      { state: 'TO_SORT', answer: false },
    ],
    [
      'the case is about a person',
      facts({ target: { ...FIRM_CASE, personal: true } }),
      { state: 'QUARANTINED', answer: true },
    ],
    [
      'it names a national ID',
      facts({ target: FIRM_CASE, nationalId: true }),
      { state: 'QUARANTINED', answer: true },
    ],
    [
      'a machine sent it',
      facts({ automatic: true, nationalId: true }),
      { state: 'AUTOMATIC', answer: false },
    ],
    [
      'it is harmful',
      facts({ problem: 'INFECTED', nationalId: true }),
      { state: 'QUARANTINED', answer: false },
    ],
  ] as const)('when %s', (_, given, becomes) => {
    expect(sortMail(given)).toMatchObject(becomes);
  });

  it('quarantine, machines and what nobody needs go after fourteen days, the rest stays', () => {
    const fortnight = new Date('2026-04-03T10:00:00Z');
    expect((['QUARANTINED', 'AUTOMATIC', 'DISCARDED'] as const).map(state => deleteAt(state, NOW))).toEqual(
      Array(3).fill(fortnight),
    );
    expect([deleteAt('TO_SORT', NOW), deleteAt('FILED', NOW)]).toEqual([null, null]);
  });

  it('what is personal is neither shown nor put on a case, and what is sorted is sorted', () => {
    const mail = (state: 'TO_SORT' | 'AUTOMATIC' | 'QUARANTINED', personal: boolean) => ({ state, personal });
    expect(isShown(mail('TO_SORT', false))).toBe(true);
    expect([mail('AUTOMATIC', true), mail('QUARANTINED', false)].map(isShown)).toEqual([false, false]);
    expect([mail('AUTOMATIC', false), mail('AUTOMATIC', true)].map(canBeFiled)).toEqual([true, false]);
    expect([canBeSettled('QUARANTINED'), canBeSettled('FILED')]).toEqual([false, false]);
  });
});

describe('who sent it', () => {
  it.each([
    [{ 'auto-submitted': 'auto-replied' }, 'a@b.example'],
    [{ 'return-path': '<>' }, 'a@b.example'],
    [{ precedence: 'list' }, 'a@b.example'],
    [{ 'content-type': 'multipart/report; report-type=delivery-status' }, 'a@b.example'],
    [{ 'x-auto-response-suppress': 'All' }, 'a@b.example'],
    [{}, 'noreply@b.example'],
    [{}, 'Postmaster@b.example'],
  ])('a machine: %j %s', (headers, sender) => {
    expect(isAutomatic(headers, sender)).toBe(true);
  });

  it.each([
    [{}, 'kari@firma.example'],
    [{ 'auto-submitted': 'no', 'content-type': 'multipart/mixed' }, 'reply@firma.example'],
  ])('a person: %j %s', (headers, sender) => {
    expect(isAutomatic(headers, sender)).toBe(false);
  });
});

describe('what is in it', () => {
  it.each([
    ['fnr 178585 12380', false],
    ['orgnr 310 529 925, faktura 12345678901', false],
    ['57858512370', true],
    ['Kari (578585 12370) er gift med', true],
    ['578585-12370', true],
  ])('%s: a national ID number is %s', (text, expected) => {
    expect(holdsNationalId(text)).toBe(expected);
  });

  it.each([
    ['Hei, jeg sender dere attesten. Den er ikke ny.', 'nb'],
    ['Hei, eg sender dykk attesten. Han er ikkje ny.', 'nn'],
    ['Please find attached the certificate, and have a nice day', 'en'],
    ['', 'nb'],
  ])('%s is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });

  it('a file is what its first bytes say', () => {
    expect(attachmentType(Buffer.from('%PDF-1.4'))).toBe('application/pdf');
    expect(attachmentType(Buffer.from([0xff, 0xd8, 0xff, 0xe1]))).toBe('image/jpeg');
    expect(attachmentType(Buffer.from('<html>%PDF-'))).toBe('application/octet-stream');
  });
});
