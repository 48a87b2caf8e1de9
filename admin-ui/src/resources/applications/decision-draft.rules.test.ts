import { describe, expect, it } from 'vitest';
import type { Application } from './application.documents.ts';
import type { DecisionTexts } from './decision.documents.ts';
import {
  BLANK,
  correctionOf,
  draftOf,
  inputOfDraft,
  isBlankDraft,
  kindOf,
  kindsOf,
  outcomesOf,
  standingOf,
  suggestedDraft,
  withOutcome,
} from './decision-draft.rules.ts';

const words = { nb: '', nn: '', en: '' };
const ground = (id: string) => ({ id, code: id, version: 1, label: words, text: words });
const statute = (id: string, suggested: boolean) => ({
  ...{ id, code: id, source: '', suggested, citation: words, title: words },
});
const TEXTS: DecisionTexts = {
  ...{ day: '2026-11-23', grounds: [ground('1'), ground('2')] },
  statutes: [statute('8', true), statute('9', false)],
};
const application = {
  proposedValidity: { from: '2026-11-24', to: '2028-11-23', whileRole: false, by: 'CARD_EXPIRY' },
} as Application;
const about = { caseId: '5', kind: 'FIRST', outcome: 'GRANT', texts: TEXTS } as const;

describe('a decision while it is written', () => {
  it('begins with the validity of the rule and the law that is suggested, and nothing else is chosen for anybody', () => {
    const draft = withOutcome(BLANK, 'GRANT', application);
    expect(inputOfDraft(draft, about)).toMatchObject({
      ...{ groundIds: [], statuteIds: ['8'], facts: [], validFrom: '2026-11-24', validTo: '2028-11-23' },
    });
  });

  it('keeps what was written when the outcome changes, and asks for the new grounds', () => {
    const granted = { ...withOutcome(BLANK, 'GRANT', application), grounds: ['1'], freeText: 'Fordi' };
    const refused = withOutcome(granted, 'REFUSE', application);
    expect(refused).toMatchObject({ grounds: [], freeText: 'Fordi', validFrom: '', validTo: '' });
    expect(inputOfDraft(refused, { ...about, outcome: 'REFUSE' }).validFrom).toBeNull();
  });

  it('names grounds in the order they are offered, and each line of facts as a sentence', () => {
    const draft = { ...BLANK, grounds: ['2', '1', 'gone'], facts: ' Gift. \n\nENK.', statutes: ['9'] };
    expect(inputOfDraft(draft, about)).toMatchObject({
      ...{ groundIds: ['1', '2'], facts: ['Gift.', 'ENK.'], statuteIds: ['9'] },
    });
  });

  it('is read back as it was kept, and whatever else was kept is left', () => {
    const draft = { ...withOutcome(BLANK, 'GRANT', application), freeText: 'x' };
    expect(draftOf(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(draftOf({ outcome: 'MAYBE', grounds: 'no', whileRole: 1 })).toEqual(BLANK);
    expect(isBlankDraft(draftOf(null))).toBe(true);
  });

  it('offers what the state of the application allows', () => {
    expect(kindOf('AWAITING_DOCUMENTS', null)).toBeNull();
    expect(outcomesOf('FIRST')).toHaveLength(4);
    expect(kindOf('APPEALED', 'CORRECTION')).toBe('APPEAL');
    expect(outcomesOf('APPEAL')).toEqual(['GRANT', 'DISMISS']);
    expect(kindsOf('GRANTED')).toEqual(['WITHDRAWAL', 'CORRECTION']);
    expect([kindOf('GRANTED', null), kindOf('GRANTED', 'CORRECTION')]).toEqual(['WITHDRAWAL', 'CORRECTION']);
    expect(kindOf('REFUSED', null)).toBe('CORRECTION');
  });

  it('begins a correction with what stands, and with nothing where it was taken back', () => {
    const said = {
      groundCodes: ['2', 'GONE'],
      statuteCodes: ['9'],
      facts: ['Gift.', 'ENK.'],
      freeText: 'Fordi',
    };
    const valid = { validFrom: '2026-11-24', validTo: null, whileRole: true };
    const granted = { ...said, ...valid, outcome: 'GRANT' } as Application['decisions'][number];
    expect(standingOf({ decisions: [granted] })).toBe(granted);
    expect(standingOf({ decisions: [{ ...granted, outcome: 'WITHDRAW' }, granted] })).toBeNull();
    expect(correctionOf(granted, TEXTS)).toEqual({
      ...{ kind: 'CORRECTION', outcome: 'GRANT', grounds: ['2'], statutes: ['9'], facts: 'Gift.\nENK.' },
      ...{ freeText: 'Fordi', validFrom: '2026-11-24', validTo: '', whileRole: true },
    });
  });
});

describe('an approval the desk has written out', () => {
  const suggested = { at: '2026-11-23T09:00:00Z', covered: 4, known: 4 };
  const written = {
    groundIds: ['1'],
    statuteIds: ['2'],
    facts: ['Yrkesskadeforsikring: ja', 'Kort: 4 av 4'],
  };
  const endless = { from: '2026-11-24', to: null, whileRole: false, by: 'UNTIL_WITHDRAWN' } as const;

  it('is the draft, as it stands', () => {
    const draft = suggestedDraft({ suggested: { ...suggested, ...written }, proposedValidity: endless });
    expect(draft).toMatchObject({
      ...{ outcome: 'GRANT', grounds: ['1'], statutes: ['2'], validFrom: '2026-11-24', validTo: '' },
      facts: 'Yrkesskadeforsikring: ja\nKort: 4 av 4',
    });
  });

  it('is none where nothing is written out', () => {
    expect(suggestedDraft({ suggested: null, proposedValidity: endless })).toBeNull();
  });
});
