import type { Request } from 'express';

/** What is read and thrown away, so that the sender gets an answer instead of a broken connection. */
const DRAINED_AT_MOST = 60_000_000;

/** The raw body, counted while it streams in. @returns null when it is longer than allowed */
export async function readBody(request: Request, mostBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= mostBytes) chunks.push(chunk);
    else chunks.length = 0;
    // Leaving the loop closes the connection.
    if (size > DRAINED_AT_MOST) break;
  }
  return size > mostBytes ? null : Buffer.concat(chunks);
}
