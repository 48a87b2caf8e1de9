import { asDeskError } from '../../graphql/desk-error.ts';
import type { CaseDetail } from './case.documents.ts';
import { discardDraft, getCase, saveDraft } from './case.provider.ts';

const ACTION = 'NOTE';
const WAIT_MS = 900;
const RETRY_MS = 8000;

export interface NoteDraft {
  text: string;
  /** The draft's own version; 0 when there is none. */
  version: number;
  savedAt: string | null;
}

/** My unsent note on the case, from whichever machine I wrote it on. */
export function draftIn({ drafts }: Pick<CaseDetail, 'drafts'>): NoteDraft {
  const stored = drafts.find(draft => draft.action === ACTION);
  const body = stored?.body;
  const text = typeof body === 'object' && body !== null && 'text' in body ? String(body.text) : '';
  return { text, version: stored?.version ?? 0, savedAt: stored?.updatedAt ?? null };
}

export interface DraftState {
  status: 'NONE' | 'WAITING' | 'SAVED' | 'FAILED' | 'CONFLICT';
  savedAt: string | null;
  /** What another tab or machine has saved, while the two differ. */
  other: NoteDraft | null;
}

/** Keeps one note on the server while it is written: one save at a time, never over a newer one. */
export class NoteDraftSaver {
  state: DraftState;
  readonly #caseId: string;
  readonly #listeners = new Set<() => void>();
  #version: number;
  #saved: string;
  #text: string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;

  constructor(caseId: string, draft: NoteDraft) {
    this.#caseId = caseId;
    this.#version = draft.version;
    this.#saved = draft.text;
    this.#text = draft.text;
    this.state = { status: draft.savedAt ? 'SAVED' : 'NONE', savedAt: draft.savedAt, other: null };
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  write(text: string) {
    this.#text = text;
    if (this.state.status === 'CONFLICT' || text === this.#saved) return;
    this.#show({ status: 'WAITING' });
    this.#later(WAIT_MS);
  }

  /** Sends what waits: the page is left. */
  flush() {
    if (this.#text !== this.#saved && this.state.status !== 'CONFLICT') void this.#save(true);
  }

  /** Goes on from the version the other one has, with the text that was chosen. */
  settle(text: string) {
    const { other } = this.state;
    if (!other) return;
    this.#version = other.version;
    this.#saved = other.text;
    this.#text = text;
    this.#show({ status: text === other.text ? 'SAVED' : 'WAITING', savedAt: other.savedAt, other: null });
    if (text !== other.text) void this.#save();
  }

  /** The note is in the timeline; its draft has done its work. */
  async sent() {
    clearTimeout(this.#timer);
    await this.#saving;
    const had = this.#version > 0;
    this.#text = '';
    this.#saved = '';
    this.#version = 0;
    this.#show({ status: 'NONE', savedAt: null, other: null });
    if (had) await discardDraft(this.#caseId, ACTION).catch(() => undefined);
  }

  #later(ms: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  async #save(leaving = false) {
    clearTimeout(this.#timer);
    if (this.#saving) return this.#later(WAIT_MS);
    const text = this.#text;
    this.#saving = this.#send(text, leaving).catch(error => this.#failed(error));
    await this.#saving;
    this.#saving = null;
  }

  async #send(text: string, leaving: boolean) {
    if (text.trim() === '') {
      await discardDraft(this.#caseId, ACTION);
      this.#version = 0;
      this.#saved = text;
      this.#show({ status: 'NONE', savedAt: null });
      return;
    }
    const input = { caseId: this.#caseId, action: ACTION, body: { text }, version: this.#version };
    const { version, updatedAt } = await saveDraft(input, leaving);
    this.#version = version;
    this.#saved = text;
    this.#show({ status: this.#text === text ? 'SAVED' : 'WAITING', savedAt: updatedAt });
  }

  async #failed(error: unknown) {
    const { code } = asDeskError(error);
    if (code === 'STALE') {
      const other = await getCase(this.#caseId).then(draftIn, () => null);
      this.#show(other ? { status: 'CONFLICT', other } : { status: 'FAILED' });
      return;
    }
    this.#show({ status: 'FAILED' });
    if (code === 'NETWORK' || code === 'INTERNAL') this.#later(RETRY_MS);
  }

  #show(part: Partial<DraftState>) {
    this.state = { ...this.state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
