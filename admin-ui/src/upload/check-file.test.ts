import { describe, expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import type { FormState } from './upload.state.ts';

const empty = { stored: null, sending: null, fault: null, removalFailed: false };
const state: FormState = { parts: { photo: empty, id: empty }, headgear: false, submission: 'IDLE' };
const limits = { maxBytesTotal: 1_000_000, maxBytesPerFile: null };
const jpeg = (size: number, name = 'IMG_2041.jpg') => {
  const bytes = new Uint8Array(size);
  bytes.set([0xff, 0xd8, 0xff]);
  return new File([bytes], name, { type: 'image/jpeg' });
};

describe('a file is checked before it is sent', () => {
  it('passes a JPEG within the limit, whatever its name says', async () => {
    const checked = await checkFile(jpeg(1000, 'portrett.png'), { part: 'photo', state, limits });
    expect(checked).toMatchObject({ file: { name: 'portrett.png', size: 1000, type: 'image/jpeg' } });
  });

  it('refuses a drawing that calls itself a JPEG, with the remedy', async () => {
    const file = new File(['<svg/>'], 'portrett.jpg', { type: 'image/jpeg' });
    const checked = await checkFile(file, { part: 'photo', state, limits });
    expect(checked).toMatchObject({
      texts: { nb: { label: 'Feil filformat' }, en: { label: 'Wrong format' } },
    });
  });

  it('refuses a file above the limit and names the limit', async () => {
    const checked = await checkFile(jpeg(1_000_001), { part: 'id', state, limits });
    expect(checked).toMatchObject({
      texts: { nb: { label: 'For stor fil', remedy: expect.stringContaining('1 MB') } },
    });
  });

  it('asks for another file when the phone cannot read this one', async () => {
    const file = jpeg(1000);
    file.slice = () => {
      throw new DOMException('gone', 'NotReadableError');
    };
    const checked = await checkFile(file, { part: 'id', state, limits });
    expect(checked).toMatchObject({ texts: { nn: { label: 'Fila kunne ikkje lesast' } } });
  });
});
