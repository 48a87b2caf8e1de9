/** Asks clamd, over TCP or a socket file, by its INSTREAM command: the bytes in pieces with their length, one line back. */
import { connect, type Socket } from 'node:net';
import type { ScanVerdict, VirusScanner } from './virus-scanner.ts';

export interface ClamdOptions {
  /** tcp://host:port or unix:/path */
  readonly url: string;
  /** Milliseconds for one file, connecting included. */
  readonly timeout?: number;
}

const PORT = 3310;
const PIECE = 64 * 1024;
const PATIENCE_MS = 20_000;
/** Longer than any verdict; a server that goes on talking is no clamd. */
const MOST_ANSWER = 4_096;

export function createClamdScanner({ url, timeout = PATIENCE_MS }: ClamdOptions): VirusScanner {
  return {
    async scan(bytes) {
      const answer = await ask(url, bytes, timeout).catch(() => '');
      return verdictOf(answer);
    },
  };
}

function verdictOf(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return 'CLEAN';
  return /^stream: .+ FOUND$/.test(answer) ? 'INFECTED' : 'UNAVAILABLE';
}

function open(url: string): Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  return protocol === 'unix:'
    ? connect(decodeURIComponent(pathname))
    : connect(Number(port || PORT), hostname);
}

/** @returns the answer up to its closing NUL; "" when it does not come whole */
function ask(url: string, bytes: Buffer, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = open(url);
    const late = setTimeout(() => socket.destroy(new Error('late')), timeout);
    let answer = '';
    socket.on('connect', () => send(socket, bytes));
    socket.on('data', chunk => {
      answer += chunk.toString('latin1');
      if (answer.includes('\0') || answer.length > MOST_ANSWER) socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(late);
      const end = answer.indexOf('\0');
      resolve(end < 0 ? '' : answer.slice(0, end));
    });
  });
}

function send(socket: Socket, bytes: Buffer): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    socket.write(lengthOf(piece.length));
    socket.write(piece);
  }
  socket.write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
