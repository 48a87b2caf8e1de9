/** A real SMTP server on 127.0.0.1 that keeps what it was given and can be told to misbehave. */
import type { Server, Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** How the relay treats a message: takes it, refuses it at RCPT or after DATA, or hangs up before or after it has it. */
export type Manner =
  | 'accept'
  | `rcpt ${number}`
  | `data ${number}`
  | 'hang up before data'
  | 'hang up after data';

export interface Received {
  readonly raw: string;
  /** The envelope's sender: where it comes back to. */
  readonly from: string;
  readonly recipients: string[];
  readonly mail: ParsedMail;
}

export interface Relay {
  readonly url: string;
  /** Everything that arrived in full, whether the sender was told so or not. */
  readonly received: Received[];
  manner: Manner;
  /** Of so many messages one is taken without an answer; 0 for none. */
  loseEvery: number;
  /** How long the relay thinks before it answers a message. */
  delayMs: number;
  stop(): Promise<void>;
}

const refusal = (code: number) =>
  Object.assign(new Error('No such luck for kari.bestiller@firma.example'), { responseCode: code });

const envelopeOf = ({ envelope: { mailFrom, rcptTo } }: SMTPServerSession) => ({
  from: mailFrom ? mailFrom.address : '',
  recipients: rcptTo.map(({ address }) => address),
});

export async function startRelay(): Promise<Relay> {
  const sockets = new Set<Socket>();
  const hangUp = (port?: number) => {
    for (const socket of sockets) if (port === undefined || socket.remotePort === port) socket.destroy();
  };
  const relay = { received: [] as Received[], manner: 'accept' as Manner, loseEvery: 0, delayMs: 0 };
  const isLost = () => relay.loseEvery > 0 && relay.received.length % relay.loseEvery === 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (relay.manner === 'hang up before data') hangUp();
      else done(relay.manner.startsWith('rcpt') ? refusal(Number(relay.manner.slice(5))) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', async () => {
        if (relay.manner.startsWith('data')) return done(refusal(Number(relay.manner.slice(5))));
        const raw = Buffer.concat(chunks);
        relay.received.push({ ...envelopeOf(session), raw: raw.toString(), mail: await simpleParser(raw) });
        if (relay.manner === 'hang up after data') hangUp();
        else if (isLost()) hangUp(session.remotePort);
        else setTimeout(done, relay.delayMs);
      });
    },
  });
  server.on('error', () => undefined);
  const tcp = server.server as Server;
  tcp.on('connection', socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = tcp.address() as { port: number };
  return Object.assign(relay, {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => {
      hangUp();
      return new Promise<void>(resolve => server.close(resolve));
    },
  });
}
