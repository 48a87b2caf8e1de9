/** The port delivery reports come in by: a small SMTP server for the relay alone. It takes mail to addresses it knows and keeps none. */
import type { AddressInfo, Server } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

export interface ReportIntakeParts {
  readonly host: string;
  readonly port: number;
  /** Which mail an address is the return path of; null for any other address, which is refused. */
  readonly mailOf: (address: string) => string | null;
  /** The machine-readable part of a report about this mail. When it throws, the relay is asked to come again. */
  readonly onReport: (mailId: string, report: string) => Promise<void>;
}

export interface ReportIntake {
  readonly port: number;
  stop(): Promise<void>;
}

const MOST_BYTES = 262_144;
const MOST_AT_ONCE = 10;

const refuse = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

export async function startReportIntake(parts: ReportIntakeParts): Promise<ReportIntake> {
  const server = new SMTPServer({
    banner: 'delivery reports only',
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    size: MOST_BYTES,
    maxClients: MOST_AT_ONCE,
    socketTimeout: 30_000,
    closeTimeout: 2_000,
    disableReverseLookup: true,
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length > 0) done(refuse(452, '4.5.3 One recipient at a time'));
      else done(parts.mailOf(address) ? null : refuse(550, '5.1.1 No such address'));
    },
    onData(stream, session, done) {
      const mailId = parts.mailOf(session.envelope.rcptTo[0]?.address ?? '');
      take(stream, mailId, parts).then(
        () => done(stream.sizeExceeded ? refuse(552, '5.3.4 Too large') : null),
        () => done(refuse(451, '4.3.0 Try again later')),
      );
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, parts.host, resolve);
  });
  const { port } = (server.server as Server).address() as AddressInfo;
  return { port, stop: () => new Promise(resolve => server.close(() => resolve())) };
}

/** Whatever has no machine-readable part (auto-replies, letters, advertising) is taken and forgotten. */
async function take(
  stream: SMTPServerDataStream,
  mailId: string | null,
  { onReport }: ReportIntakeParts,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk);
  if (!mailId || stream.sizeExceeded) return;
  const mail = await simpleParser(Buffer.concat(chunks), { keepDeliveryStatus: true, skipHtmlToText: true });
  const isReport = mail.headers.get('content-type');
  const part = mail.attachments.find(({ contentType }) => contentType === 'message/delivery-status');
  if (part && isReportType(isReport)) await onReport(mailId, part.content.toString('latin1'));
}

const isReportType = (type: unknown): boolean =>
  typeof type === 'object' && type !== null && 'value' in type && type.value === 'multipart/report';
