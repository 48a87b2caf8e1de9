import { asDeskError } from '../graphql/desk-error.ts';
import { type DraftKey, discardDraft, readDraft, type StoredDraft, saveDraft } from './draft.provider.ts';

export interface DraftState {
  status: 'NONE' | 'WAITING' | 'SAVED' | 'FAILED' | 'CONFLICT';
  savedAt: string | null;
  /** What another tab or machine has saved, while the two differ. */
  other: StoredDraft | null;
}

interface Wanted {
  body: unknown;
  /** Nothing worth keeping: the draft is discarded. */
  blank: boolean;
}

const WAIT_MS = 900;
const RETRY_MS = 8000;

/** Whether leaving now would lose something. */
export const isUnsaved = ({ status }: DraftState) =>
  status === 'WAITING' || status === 'FAILED' || status === 'CONFLICT';

/** Keeps one person's draft on the server: waits until typing pauses, one save at a time, never over a newer one. */
export class DraftSaver {
  state: DraftState;
  readonly #key: DraftKey;
  readonly #listeners = new Set<() => void>();
  #version: number;
  #saved: string;
  #wanted: Wanted | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | null = null;
  #finished = false;

  constructor(key: DraftKey, { body, version, savedAt }: StoredDraft) {
    this.#key = key;
    this.#version = version;
    this.#saved = JSON.stringify(body);
    this.state = { status: savedAt ? 'SAVED' : 'NONE', savedAt, other: null };
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  want(body: unknown, blank: boolean) {
    const last = this.#wanted ? JSON.stringify(this.#wanted.body) : this.#saved;
    if (this.#finished || JSON.stringify(body) === last) return;
    this.#wanted = { body, blank };
    if (this.state.status === 'CONFLICT') return;
    this.#show({ status: 'WAITING' });
    this.#later(WAIT_MS);
  }

  /** Sends what waits now: the page is left. */
  flush() {
    if (this.#wanted && this.state.status !== 'CONFLICT') void this.#save(true);
  }

  /** Goes on from the version the other one has, with what was chosen. */
  choose(body: unknown, blank: boolean) {
    const { other } = this.state;
    if (!other) return;
    this.#version = other.version;
    this.#saved = JSON.stringify(other.body);
    const differs = JSON.stringify(body) !== this.#saved;
    this.#wanted = differs ? { body, blank } : null;
    this.#show({ status: differs ? 'WAITING' : 'SAVED', savedAt: other.savedAt, other: null });
    void this.#save();
  }

  /** The decision is made. What waits is still sent, so that Undo finds it on any device. */
  finish() {
    this.flush();
    this.#finished = true;
    this.#show({ status: 'NONE', other: null });
  }

  /** What was written is sent; its draft has done its work, and the next one begins with `empty`. */
  async discard(empty: unknown) {
    clearTimeout(this.#timer);
    await this.#saving;
    const had = this.#version > 0;
    this.#wanted = null;
    this.#saved = JSON.stringify(empty);
    this.#version = 0;
    this.#show({ status: 'NONE', savedAt: null, other: null });
    if (had) await discardDraft(this.#key).catch(() => undefined);
  }

  #later(ms: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  async #save(leaving = false) {
    clearTimeout(this.#timer);
    const wanted = this.#wanted;
    if (!wanted) return;
    if (this.#saving) return this.#later(WAIT_MS);
    this.#saving = this.#send(wanted, leaving).catch(error => this.#failed(error));
    await this.#saving;
    this.#saving = null;
  }

  async #send(wanted: Wanted, leaving: boolean) {
    if (wanted.blank) {
      await discardDraft(this.#key);
      this.#arrived(wanted, { version: 0, updatedAt: null });
      return;
    }
    const draft = { body: wanted.body, expectedVersion: this.#version };
    this.#arrived(wanted, await saveDraft(this.#key, draft, leaving));
  }

  #arrived(wanted: Wanted, { version, updatedAt }: { version: number; updatedAt: string | null }) {
    this.#version = version;
    this.#saved = JSON.stringify(wanted.body);
    if (this.#wanted === wanted) this.#wanted = null;
    const status = updatedAt ? 'SAVED' : 'NONE';
    if (!this.#finished) this.#show({ status: this.#wanted ? 'WAITING' : status, savedAt: updatedAt });
  }

  async #failed(error: unknown) {
    const { code } = asDeskError(error);
    if (code === 'STALE') {
      const other = await readDraft(this.#key).catch(() => null);
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
