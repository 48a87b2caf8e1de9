const LONGEST_LINE = 200;

/** Reads exact numbers of bytes from a stream; an error of the stream is thrown by the next reading. */
export class ByteReader {
  #held: Buffer = Buffer.alloc(0);
  readonly #pieces: AsyncIterator<Buffer>;

  constructor(stream: AsyncIterable<Buffer>) {
    this.#pieces = stream[Symbol.asyncIterator]();
  }

  /** @throws Error when the stream ends before */
  async exactly(count: number): Promise<Buffer> {
    while (this.#held.length < count) {
      if (!(await this.#more())) throw new Error('The file ends too early.');
    }
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  async number(): Promise<number> {
    return (await this.exactly(4)).readUInt32BE();
  }

  async line(): Promise<string> {
    let text = '';
    for (;;) {
      const next = (await this.exactly(1)).toString('latin1');
      if (next === '\n' || text.length > LONGEST_LINE) return text;
      text += next;
    }
  }

  async atEnd(): Promise<boolean> {
    return this.#held.length === 0 && !(await this.#more());
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#pieces.next();
    if (done) return false;
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    return true;
  }
}
