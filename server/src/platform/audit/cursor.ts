/** Reads a long answer piece by piece, inside a transaction, without holding more than two; on a pipelined connection. */
import type { ClientBase, QueryResultRow } from 'pg';

export class Cursor<R extends QueryResultRow> {
  #rows: R[] = [];
  #at = 0;
  #next: Promise<R[]> | null = null;
  #ended = false;

  constructor(
    private readonly client: ClientBase,
    private readonly from: { readonly name: string; readonly sql: string; readonly piece: number },
  ) {}

  /** The rows from here on for which `belongs` holds; stops at the first for which it does not. */
  async takeWhile(belongs: (row: R) => boolean): Promise<R[]> {
    const taken: R[] = [];
    for (;;) {
      if (this.#at === this.#rows.length && !(await this.#fill())) return taken;
      const row = this.#rows[this.#at] as R;
      if (!belongs(row)) return taken;
      taken.push(row);
      this.#at += 1;
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<R> {
    while (this.#at < this.#rows.length || (await this.#fill())) {
      yield this.#rows[this.#at] as R;
      this.#at += 1;
    }
  }

  /** While a piece is worked on, the next one is on its way. */
  async #fill(): Promise<boolean> {
    if (this.#ended) return false;
    this.#next ??= this.#declare().then(() => this.#fetch());
    this.#rows = await this.#next;
    this.#at = 0;
    this.#ended = this.#rows.length === 0;
    this.#next = this.#ended ? null : this.#fetch();
    this.#next?.catch(() => undefined);
    return !this.#ended;
  }

  async #declare(): Promise<void> {
    await this.client.query(`declare ${this.from.name} no scroll cursor for ${this.from.sql}`);
  }

  async #fetch(): Promise<R[]> {
    return (await this.client.query<R>(`fetch ${this.from.piece} from ${this.from.name}`)).rows;
  }
}
