import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DeskError } from '../graphql/desk-error.ts';
import * as drafts from './draft.provider.ts';
import { DraftSaver, isUnsaved } from './draft-saver.ts';

vi.mock('./draft.provider.ts');

const key = { caseId: '7', action: 'NOTE' };
const none = { body: { text: '' }, version: 0, savedAt: null };
const savedAt = '2026-11-18T09:00:00Z';
const note = (text: string) => ({ text });

describe('keeping a draft', () => {
  let version = 0;
  let saver: DraftSaver;

  beforeEach(() => {
    vi.useFakeTimers();
    version = 0;
    saver = new DraftSaver(key, none);
    vi.mocked(drafts.saveDraft).mockImplementation(async () => ({ version: ++version, updatedAt: savedAt }));
    vi.mocked(drafts.discardDraft).mockResolvedValue(undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.resetAllMocks();
  });

  const pause = () => vi.advanceTimersByTimeAsync(1000);
  const sent = () =>
    vi.mocked(drafts.saveDraft).mock.calls.map(([, draft]) => [draft.body, draft.expectedVersion]);

  test('is one save when the typing pauses', async () => {
    for (const text of ['R', 'Ri', 'Ringte']) saver.want(note(text), false);
    expect(isUnsaved(saver.state)).toBe(true);
    await pause();
    expect(sent()).toEqual([[note('Ringte'), 0]]);
    expect(saver.state).toEqual({ status: 'SAVED', savedAt, other: null });
    saver.want(note('Ringte'), false);
    await pause();
    expect(sent()).toHaveLength(1);
  });

  test('saves at once when the page is left', () => {
    saver.want(note('Ringte'), false);
    saver.flush();
    expect(sent()).toEqual([[note('Ringte'), 0]]);
  });

  test('discards a draft with nothing left in it', async () => {
    saver.want(note('Ringte'), false);
    await pause();
    saver.want(note(' '), true);
    await pause();
    expect(drafts.discardDraft).toHaveBeenCalledExactlyOnceWith(key);
    expect(saver.state.status).toBe('NONE');
  });

  test('overwrites nothing another tab has saved until one of the two is chosen', async () => {
    const other = { body: note('Skrev'), version: 4, savedAt };
    vi.mocked(drafts.saveDraft).mockRejectedValueOnce(new DeskError({ code: 'STALE' }));
    vi.mocked(drafts.readDraft).mockResolvedValue(other);
    saver.want(note('Ringte'), false);
    await pause();
    expect(saver.state).toMatchObject({ status: 'CONFLICT', other });
    saver.want(note('Ringte igjen'), false);
    saver.flush();
    await pause();
    expect(sent()).toHaveLength(1);
    saver.choose(note('Ringte igjen'), false);
    await pause();
    expect(sent().at(-1)).toEqual([note('Ringte igjen'), 4]);
    expect(saver.state).toMatchObject({ status: 'SAVED', other: null });
  });

  test('tries again by itself when the connection broke', async () => {
    vi.mocked(drafts.saveDraft).mockRejectedValueOnce(new DeskError({ code: 'NETWORK' }));
    saver.want(note('Ringte'), false);
    await pause();
    expect(saver.state.status).toBe('FAILED');
    await vi.advanceTimersByTimeAsync(9000);
    expect(saver.state.status).toBe('SAVED');
  });

  test('begins anew when the note is sent', async () => {
    saver.want(note('Ringte'), false);
    await pause();
    await saver.discard(note(''));
    expect(drafts.discardDraft).toHaveBeenCalledOnce();
    saver.want(note('Svarte'), false);
    await pause();
    expect(sent().at(-1)).toEqual([note('Svarte'), 0]);
  });

  test('still sends what waits when the decision is made, and then no more', async () => {
    saver.want(note('Ringte'), false);
    saver.finish();
    saver.want(note(''), true);
    await pause();
    expect(sent()).toEqual([[note('Ringte'), 0]]);
    expect(saver.state.status).toBe('NONE');
  });
});
