/** A small stand-in that speaks clamd's INSTREAM and knows one signature: EICAR, the harmless file every scanner calls a virus. */

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';

/** Put together here, so that no scanner on the way takes this source for the file. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface ClamdStandIn {
  readonly url: string;
  /** Bytes of every file it was given. */
  readonly scanned: number[];
  /** How it misbehaves from now on, or not. */
  mood: 'well' | 'silent' | 'broken' | 'too large' | 'hangs up';
  stop(): Promise<void>;
}

const COMMAND = 'zINSTREAM\0';

/** On a free port, or on the socket file. */
export async function startClamd(socketFile?: string): Promise<ClamdStandIn> {
  const open = new Set<Socket>();
  const scanned: number[] = [];
  const standIn: ClamdStandIn = { url: '', scanned, mood: 'well', stop };
  const server: Server = createServer(socket => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    if (standIn.mood === 'hangs up') return void socket.destroy();
    const received: Buffer[] = [];
    socket.on('data', chunk => {
      received.push(chunk);
      const file = chunk.at(-1) === 0 ? fileIn(Buffer.concat(received)) : null;
      if (!file || standIn.mood === 'silent') return;
      scanned.push(file.length);
      socket.end(answerTo(file, standIn.mood));
    });
  });
  await new Promise<void>(resolve => {
    if (socketFile) server.listen(socketFile, () => resolve());
    else server.listen(0, '127.0.0.1', () => resolve());
  });
  const url = socketFile ? `unix:${socketFile}` : `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(standIn, { url });

  async function stop(): Promise<void> {
    for (const socket of open) socket.destroy();
    await new Promise(resolve => server.close(resolve));
  }
}

/** The whole stream, or null while it has not come to its end. @throws Error when it is no INSTREAM */
function fileIn(received: Buffer): Buffer | null {
  if (received.length < COMMAND.length) return null;
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) throw new Error('not INSTREAM');
  const pieces: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    pieces.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

function answerTo(file: Buffer, mood: ClamdStandIn['mood']): string {
  if (mood === 'too large') return 'INSTREAM size limit exceeded. ERROR\0';
  if (mood === 'broken') return 'stream: OK, more or less';
  return file.includes(EICAR) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0';
}
