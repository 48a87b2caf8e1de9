import { asDeskError } from '../../graphql/desk-error.ts';
import { DRAFT_ACTION } from './draft.rules.ts';
import { discardDraft, saveDraft } from './image-review.provider.ts';

export interface DraftState {
  status: 'NONE' | 'WAITING' | 'SAVED' | 'FAILED' | 'CONFLICT';
  savedAt: string | null;
}

interface Start {
  caseId: string;
  /** The draft's own version; 0 when there is none. */
  version: number;
  savedAt: string | null;
  body: unknown;
}

const WAIT_MS = 900;
const RETRY_MS = 8000;

/** Keeps one person's draft of one case on the server: waits until typing pauses, one save at a time, never over a newer one. */
export class DraftSaver {
  state: DraftState;
  readonly #caseId: string;
  readonly #listeners = new Set<() => void>();
  #version: number;
  #saved: string;
  #wanted: { body: unknown; blank: boolean } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving = false;
  #settled = false;

  constructor({ caseId, version, savedAt, body }: Start) {
    this.#caseId = caseId;
    this.#version = version;
    this.#saved = JSON.stringify(body);
    this.state = { status: savedAt ? 'SAVED' : 'NONE', savedAt };
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  want(body: unknown, blank: boolean) {
    if (
      this.#settled ||
      JSON.stringify(body) === (this.#wanted ? JSON.stringify(this.#wanted.body) : this.#saved)
    )
      return;
    this.#wanted = { body, blank };
    if (this.state.status === 'CONFLICT') return;
    this.#show('WAITING');
    this.#later(WAIT_MS);
  }

  /** Sends what waits now: the page is left. */
  flush() {
    if (this.#wanted && !this.#saving) void this.#save(true);
  }

  /** My text wins over the one another tab saved. */
  keepMine() {
    this.#show('WAITING');
    void this.#save();
  }

  /** The decision is made. What waits is still sent, so that Undo finds it on any device. */
  settle() {
    this.flush();
    this.#settled = true;
    this.#show('NONE');
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
    this.#saving = true;
    try {
      await this.#send(wanted, leaving);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#saving = false;
    }
  }

  async #send(wanted: { body: unknown; blank: boolean }, leaving: boolean) {
    if (wanted.blank) {
      await discardDraft(this.#caseId, DRAFT_ACTION);
      this.#arrived(wanted, { version: 0, updatedAt: null });
      return;
    }
    const input = { caseId: this.#caseId, action: DRAFT_ACTION, body: wanted.body, version: this.#version };
    this.#arrived(wanted, await saveDraft(input, leaving));
  }

  #arrived(wanted: { body: unknown }, { version, updatedAt }: { version: number; updatedAt: string | null }) {
    this.#version = version;
    this.#saved = JSON.stringify(wanted.body);
    if (this.#wanted === wanted) this.#wanted = null;
    if (!this.#settled) this.#show(this.#wanted ? 'WAITING' : updatedAt ? 'SAVED' : 'NONE', updatedAt);
  }

  #failed(error: unknown) {
    const { code, params } = asDeskError(error);
    if (code === 'STALE') {
      this.#version = Number(params.current ?? 0);
      this.#show('CONFLICT');
      return;
    }
    this.#show('FAILED');
    if (code === 'NETWORK' || code === 'INTERNAL') this.#later(RETRY_MS);
  }

  #show(status: DraftState['status'], savedAt: string | null = this.state.savedAt) {
    this.state = { status, savedAt };
    for (const listener of this.#listeners) listener();
  }
}
