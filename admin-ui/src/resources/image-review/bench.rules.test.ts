import { describe, expect, it } from 'vitest';
import {
  type Choice,
  choiceReducer,
  EMPTY_CHOICE,
  isFinalChoice,
  nextTab,
  pickedInTab,
  type Rulebook,
  reasonOfKey,
  reasonsOfTab,
  taggedReasons,
} from './bench.rules.ts';
import type { CatalogueReason, Finding, ReasonCode } from './image-review.documents.ts';

const reason = (code: ReasonCode, part: CatalogueReason['part'], final = false): CatalogueReason => ({
  ...{ code, part, final },
  label: code,
  remedy: code,
});
const catalogue: CatalogueReason[] = [
  ...(['PH_HEADGEAR', 'PH_EYES', 'PH_EARS', 'PH_GAZE', 'PH_EXPRESSION', 'PH_BACKGROUND'] as const).map(code =>
    reason(code, 'PHOTO'),
  ),
  ...(['PH_LIGHT', 'PH_GLASSES', 'PH_ANGLE', 'PH_REPHOTO', 'PH_LIKENESS', 'PH_QUALITY'] as const).map(code =>
    reason(code, 'PHOTO'),
  ),
  reason('ID_KIND', 'ID'),
  reason('ID_EXPIRED', 'ID'),
  reason('PH_ID_MISMATCH', 'BOTH'),
  reason('STOP_FORGED_ID', 'ID', true),
  reason('STOP_PERSON_DECEASED', 'BOTH', true),
];
const finding = (code: ReasonCode, level: Finding['level']): Finding => ({
  ...{ reason: code, level },
  value: null,
  box: null,
});
const book: Rulebook = {
  catalogue,
  findings: [finding('PH_QUALITY', 'CLEAR'), finding('PH_BACKGROUND', 'REMARK'), finding('PH_EYES', 'HUMAN')],
};
const press = (choice: Choice, ...codes: ReasonCode[]) =>
  codes.reduce((now, code) => choiceReducer(now, { type: 'TOGGLE', code, book }), choice);

describe('keys and reasons', () => {
  it('gives the twelve portrait reasons the twelve keys of the number row', () => {
    const codes = ['Digit1', 'Digit2', 'Digit3', 'Digit9', 'Digit0', 'Minus', 'Equal'].map(
      key => reasonOfKey(catalogue, 'PHOTO', key)?.code,
    );
    expect(codes).toEqual([
      'PH_EYES',
      'PH_LIGHT',
      'PH_BACKGROUND',
      'PH_GAZE',
      'PH_EXPRESSION',
      'PH_LIKENESS',
      'PH_REPHOTO',
    ]);
  });

  it('lets the same key mean another reason in another tab', () => {
    expect(reasonOfKey(catalogue, 'ID', 'Digit1')?.code).toBe('ID_KIND');
    expect(reasonOfKey(catalogue, 'FINAL', 'Digit1')?.code).toBe('STOP_FORGED_ID');
  });

  it('does nothing for a key that has no reason in the tab', () => {
    expect(reasonOfKey(catalogue, 'FINAL', 'Digit3')).toBeUndefined();
    expect(reasonOfKey(catalogue, 'PHOTO', 'KeyG')).toBeUndefined();
  });

  it('puts reasons about both parts with the identification, and final ones apart', () => {
    expect(reasonsOfTab(catalogue, 'ID').map(({ code }) => code)).toContain('PH_ID_MISMATCH');
    expect(reasonsOfTab(catalogue, 'FINAL').map(({ code }) => code)).toEqual([
      'STOP_FORGED_ID',
      'STOP_PERSON_DECEASED',
    ]);
  });

  it('goes round the three tabs with B, and the picture follows except for the final tab', () => {
    expect([nextTab('PHOTO'), nextTab('ID'), nextTab('FINAL')]).toEqual(['ID', 'FINAL', 'PHOTO']);
    const onId = choiceReducer(EMPTY_CHOICE, { type: 'TAB', tab: 'ID' });
    expect(onId.part).toBe('ID');
    expect(choiceReducer(onId, { type: 'TAB', tab: 'FINAL' }).part).toBe('ID');
  });
});

describe('picking reasons', () => {
  it('picks a reason and takes it away again', () => {
    const picked = press(EMPTY_CHOICE, 'PH_BACKGROUND');
    expect(picked.picked).toEqual(['PH_BACKGROUND']);
    expect(press(picked, 'PH_BACKGROUND').picked).toEqual([]);
  });

  it('counts what is picked in each tab', () => {
    const choice = press(EMPTY_CHOICE, 'PH_BACKGROUND', 'PH_EYES', 'ID_EXPIRED');
    expect([pickedInTab(choice, catalogue, 'PHOTO'), pickedInTab(choice, catalogue, 'ID')]).toEqual([2, 1]);
  });

  it('asks once when the measurement says the opposite', () => {
    const asked = press(EMPTY_CHOICE, 'PH_QUALITY');
    expect(asked.picked).toEqual([]);
    expect(asked.objection).toEqual({ kind: 'CONTRADICTS', code: 'PH_QUALITY' });
    const insisted = press(asked, 'PH_QUALITY');
    expect(insisted.picked).toEqual(['PH_QUALITY']);
    expect(press(insisted, 'PH_QUALITY', 'PH_QUALITY').picked).toEqual(['PH_QUALITY']);
  });

  it('forgets the question when another reason is picked instead', () => {
    const other = press(EMPTY_CHOICE, 'PH_QUALITY', 'PH_EYES');
    expect(other.objection).toBeNull();
    expect(press(other, 'PH_QUALITY').objection).toEqual({ kind: 'CONTRADICTS', code: 'PH_QUALITY' });
  });

  it('never mixes a final reason with one that can be repaired', () => {
    const repairable = press(EMPTY_CHOICE, 'PH_EYES', 'STOP_FORGED_ID');
    expect(repairable.picked).toEqual(['PH_EYES']);
    expect(repairable.objection?.kind).toBe('FINAL_WITH_REPAIRABLE');
    const final = press(EMPTY_CHOICE, 'STOP_FORGED_ID', 'PH_EYES');
    expect(final.picked).toEqual(['STOP_FORGED_ID']);
    expect(final.objection?.kind).toBe('REPAIRABLE_WITH_FINAL');
    expect(isFinalChoice(final, catalogue)).toBe(true);
  });

  it('switches to the final reason when asked to', () => {
    const mixed = press(EMPTY_CHOICE, 'PH_EYES', 'STOP_FORGED_ID');
    const replaced = choiceReducer(mixed, { type: 'REPLACE', code: 'STOP_FORGED_ID' });
    expect([replaced.picked, replaced.objection]).toEqual([['STOP_FORGED_ID'], null]);
  });

  it('tells the server the usual part of each reason', () => {
    const choice = press(EMPTY_CHOICE, 'PH_ID_MISMATCH', 'PH_EYES');
    expect(taggedReasons(choice, catalogue)).toEqual([
      { code: 'PH_EYES', part: 'PHOTO' },
      { code: 'PH_ID_MISMATCH', part: 'BOTH' },
    ]);
  });
});

describe('explanations', () => {
  it('remembers why a decision was refused until something is picked', () => {
    const refused = choiceReducer(EMPTY_CHOICE, { type: 'REFUSE', decision: 'REJECT' });
    expect(refused.refused).toBe('REJECT');
    expect(press(refused, 'PH_EYES').refused).toBeNull();
  });

  it('keeps reasons and text when an explanation is closed', () => {
    const written = choiceReducer(press(EMPTY_CHOICE, 'PH_EYES'), { type: 'COMMENT', comment: 'Håret' });
    const closed = choiceReducer(written, { type: 'DISMISS' });
    expect([closed.picked, closed.comment]).toEqual([['PH_EYES'], 'Håret']);
  });
});
