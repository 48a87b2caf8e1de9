/** A real mail server on 127.0.0.1: takes mail by SMTP, lets a reader have it by IMAP, and can be told to misbehave. */
import type { AddressInfo, Server, Socket } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';
import { SMTPServer } from 'smtp-server';

const PLUGINS = [
  'ID',
  'AUTH-PLAIN',
  'SASL-IR',
  'LITERALPLUS',
  'UIDPLUS',
  'MOVE',
  'UNSELECT',
  'ENABLE',
  'NAMESPACE',
  'SPECIAL-USE',
];
export const MAILBOX_USER = { user: 'sak', password: 'a synthetic word' } as const;

export interface MailServer {
  readonly imapPort: number;
  readonly smtpUrl: string;
  /** Messages in a folder, as they lie there. */
  folder(name: string): string[];
  /** Puts a message into the inbox as if it had come at that time. */
  deliver(raw: string, at?: Date): void;
  /** Called instead of putting a message away; null: it is put away. */
  onMove: ((hangUp: () => void) => void) | null;
  stop(): Promise<void>;
}

export async function startMailServer({ tls = false } = {}): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const imap = hoodiecrow({
    plugins: PLUGINS,
    secureConnection: tls,
    users: { [MAILBOX_USER.user]: { password: MAILBOX_USER.password } },
    storage: { INBOX: { messages: [] }, '': { folders: {} } },
  });
  const deliver = (raw: string, at = new Date()) =>
    imap.appendMessage(imap.getMailbox('INBOX'), [], imap.formatInternalDate(at), raw);
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo[0]?.address ?? '';
        deliver(`Delivered-To: ${to}\r\n${Buffer.concat(chunks).toString('latin1')}`);
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  const server: MailServer = {
    imapPort: 0,
    smtpUrl: '',
    folder: name => [...(imap.getMailbox(name)?.messages ?? [])].map(({ raw }) => raw),
    deliver,
    onMove: null,
    async stop() {
      for (const socket of sockets) socket.destroy();
      imap.close();
      await new Promise<void>(resolve => smtp.close(resolve));
    },
  };
  const move = imap.getCommandHandler('UID MOVE');
  imap.setCommandHandler('UID MOVE', (connection, ...rest) => {
    if (server.onMove) server.onMove(() => connection.socket.destroy());
    else move(connection, ...rest);
  });
  imap.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  });
  await new Promise<void>(resolve => imap.listen(0, '127.0.0.1', resolve));
  await new Promise<void>(resolve => smtp.listen(0, '127.0.0.1', resolve));
  const portOf = (given: Server) => (given.address() as AddressInfo).port;
  return Object.assign(server, {
    imapPort: portOf(imap.server),
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server as Server)}`,
  });
}
