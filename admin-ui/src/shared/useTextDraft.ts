import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftKey, StoredDraft } from './draft.provider.ts';
import { DraftSaver, isUnsaved } from './draft-saver.ts';
import { useUnsaved } from './unsaved.ts';

export const textIn = (body: unknown) =>
  typeof body === 'object' && body !== null && 'text' in body ? String(body.text) : '';

export const isBlank = (text: string) => text.trim() === '';

/** A text that is kept on the server while it is written. `more` is kept with it: what it is about. */
export function useTextDraft(key: DraftKey, stored: StoredDraft, more: object = {}) {
  const [text, setText] = useState(() => textIn(stored.body));
  const [saver] = useState(() => new DraftSaver(key, { ...stored, body: { ...more, text } }));
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  useEffect(() => () => saver.flush(), [saver]);
  useUnsaved(isUnsaved(state));
  return {
    text,
    state,
    write: (next: string) => {
      setText(next);
      saver.want({ ...more, text: next }, isBlank(next));
    },
    choose: (chosen: string) => {
      setText(chosen);
      saver.choose({ ...more, text: chosen }, isBlank(chosen));
    },
    clear: () => {
      setText('');
      return saver.discard({ ...more, text: '' });
    },
  };
}
