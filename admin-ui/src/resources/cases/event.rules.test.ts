import { describe, expect, test } from 'vitest';
import { createFormat } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/index.ts';
import type { CaseEvent } from './case.documents.ts';
import { eventText, groupOf, passes } from './event.rules.ts';

/** Answers with the key and its parameters, so that the choice of words can be seen. */
const t: Translate = (key, params) => (params ? `${key} ${Object.values(params).join(' ')}` : key);
const words = { t, format: createFormat('nb') };
const event = (part: Partial<CaseEvent>) =>
  ({
    id: '1',
    at: '',
    type: 'RESERVED',
    actor: null,
    oldValue: null,
    newValue: null,
    note: null,
    ...part,
  }) as CaseEvent;
const detailOf = (part: Partial<CaseEvent>) => eventText(event(part), words).detail;

describe('what the timeline says', () => {
  test('on hold: until when and why', () => {
    expect(detailOf({ type: 'HELD', oldValue: '2026-11-28', newValue: 'AWAITING_FIRM' })).toBe(
      'casePage.event.held 28. nov. enums.holdreason.awaiting_firm',
    );
  });

  test('handed over: from whom to whom', () => {
    expect(detailOf({ type: 'HANDED_OVER', oldValue: 'Ingrid Solheim', newValue: 'Jonas Berg' })).toBe(
      'casePage.event.handedOver Ingrid Solheim Jonas Berg',
    );
  });

  test('“other, say briefly” is a choice in a form, not a reason in a timeline', () => {
    expect(detailOf({ type: 'BARRED', oldValue: 'Jonas Berg', newValue: 'OTHER' })).toBe(
      'Jonas Berg, casepage.event.other',
    );
  });

  test('a rejection counts its reasons', () => {
    expect(detailOf({ type: 'IMAGES_REJECTED', newValue: 'PH_EYES, ID_EXPIRED' })).toBe(
      'casePage.event.reasons 2',
    );
  });

  test('a note has no detail: its text stands by itself', () => {
    expect(eventText(event({ type: 'NOTE_ADDED', note: 'Ringte' }), words)).toEqual({
      what: 'enums.eventType.NOTE_ADDED',
      detail: '',
    });
  });

  test('every event is of one kind, and the filter shows that kind', () => {
    expect(groupOf({ type: 'MAIL_FAILED' })).toBe('post');
    expect(groupOf({ type: 'DECISION_UNDONE' })).toBe('images');
    expect(groupOf({ type: 'NATIONAL_ID_REVEALED' })).toBe('access');
    expect(groupOf({ type: 'CLOSED' })).toBe('case');
    expect(passes(event({ type: 'MAIL_SENT' }), 'post')).toBe(true);
    expect(passes(event({ type: 'MAIL_SENT' }), 'notes')).toBe(false);
    expect(passes(event({ type: 'CLOSED' }), 'all')).toBe(true);
  });
});
