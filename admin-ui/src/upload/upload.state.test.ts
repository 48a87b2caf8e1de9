import { describe, expect, it } from 'vitest';
import type { FormAction, FormState } from './upload.state.ts';
import { canSubmit, fits, initialState, missingParts, previewUrls, reduce } from './upload.state.ts';
import type { LocalFile, OpenLink, PartState, ReasonTexts } from './upload.types.ts';

const link: OpenLink = {
  state: 'OPEN',
  firmName: 'Nordfjell Bygg AS',
  personFirstName: 'Ola',
  language: 'nb',
  expiresAt: '2026-11-28T13:30:00Z',
  attempt: 2,
  maxBytesTotal: 10_000_000,
  maxBytesPerFile: null,
  headgear: false,
  previous: null,
  parts: { photo: null, id: null },
};
const result: PartState = { width: 1536, height: 2048, bytes: 2_100_000, remarks: [] };
const text = { label: 'Filen er for stor', remedy: 'Velg en mindre fil.' };
const texts: ReasonTexts = { nb: text, nn: text, en: text };
const file = (name: string, size = 2_100_000): LocalFile => ({
  blob: new Blob(),
  name,
  size,
  type: 'image/jpeg',
  previewUrl: `blob:${name}`,
});
const run = (...actions: FormAction[]): FormState => actions.reduce(reduce, initialState(link));
const stored = (part: 'photo' | 'id', name: string): FormAction => ({
  type: 'STORED',
  part,
  file: file(name),
  result,
});

describe('what is missing', () => {
  it('is both parts at first, and nothing may be sent', () => {
    expect(missingParts(run())).toEqual(['photo', 'id']);
    expect(canSubmit(run())).toBe(false);
  });

  it('is the ID when only the photo is there', () => {
    expect(missingParts(run(stored('photo', 'a')))).toEqual(['id']);
  });

  it('is nothing when both are there, and they may be sent', () => {
    expect(canSubmit(run(stored('photo', 'a'), stored('id', 'b')))).toBe(true);
  });

  it('counts parts sent before the page was opened again', () => {
    const state = initialState({ ...link, parts: { photo: result, id: result } });
    expect(canSubmit(state)).toBe(true);
  });

  it('stops the sending while a new file is on its way, so that the old one is not sent instead', () => {
    const state = run(stored('photo', 'a'), stored('id', 'b'), {
      type: 'PICKED',
      part: 'id',
      file: file('c'),
    });
    expect(canSubmit(state)).toBe(false);
  });
});

describe('when something goes wrong', () => {
  it('keeps the chosen file when the connection is lost', () => {
    const state = run({ type: 'PICKED', part: 'photo', file: file('a') }, { type: 'LOST', part: 'photo' });
    expect(state.parts.photo.sending).toMatchObject({ lost: true, file: { name: 'a' } });
  });

  it('keeps the earlier file when its replacement is refused, and says why', () => {
    const state = run(
      stored('photo', 'a'),
      { type: 'PICKED', part: 'photo', file: file('b') },
      {
        type: 'REFUSED',
        part: 'photo',
        texts,
      },
    );
    expect(state.parts.photo.stored?.file?.name).toBe('a');
    expect(state.parts.photo.fault).toBe(texts);
    expect(state.parts.photo.sending).toBeNull();
  });

  it('goes back to the earlier file when the sending of another is cancelled', () => {
    const state = run(
      stored('photo', 'a'),
      { type: 'PICKED', part: 'photo', file: file('b') },
      { type: 'CANCELLED', part: 'photo' },
    );
    expect(state.parts.photo).toMatchObject({ sending: null, stored: { file: { name: 'a' } } });
  });

  it('forgets the fault when a new file is chosen', () => {
    const state = run(
      { type: 'REFUSED', part: 'id', texts },
      { type: 'PICKED', part: 'id', file: file('b') },
    );
    expect(state.parts.id.fault).toBeNull();
  });

  it('believes the server about what is there after a refused sending', () => {
    const state = run(stored('photo', 'a'), stored('id', 'b'), {
      type: 'RELOADED',
      parts: { photo: result, id: null },
    });
    expect(state.submission).toBe('INCOMPLETE');
    expect(missingParts(state)).toEqual(['id']);
    expect(state.parts.photo.stored?.file?.name).toBe('a');
  });

  it('keeps the part when it could not be removed', () => {
    const state = run(stored('photo', 'a'), { type: 'REMOVAL_FAILED', part: 'photo' });
    expect(state.parts.photo).toMatchObject({ removalFailed: true, stored: { file: { name: 'a' } } });
  });

  it('ignores progress that arrives after the end', () => {
    const state = run(stored('photo', 'a'), { type: 'PROGRESS', part: 'photo', share: 0.5 });
    expect(state.parts.photo.sending).toBeNull();
  });
});

it('counts the other part in the size limit', () => {
  const state = run(stored('photo', 'a'));
  expect(fits(state, { part: 'id', size: 7_900_000 }, link)).toBe(true);
  expect(fits(state, { part: 'id', size: 7_900_001 }, link)).toBe(false);
  expect(fits(state, { part: 'photo', size: 9_900_000 }, link)).toBe(true);
});

it('lists the previews that are still shown', () => {
  const replacing = run(stored('photo', 'a'), { type: 'PICKED', part: 'photo', file: file('b') });
  expect(previewUrls(replacing)).toEqual(['blob:a', 'blob:b']);
  expect(previewUrls(reduce(replacing, { type: 'REMOVED', part: 'photo' }))).toEqual([]);
});
