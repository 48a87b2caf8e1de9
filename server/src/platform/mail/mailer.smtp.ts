/** Sends one mail over SMTP with Nodemailer, on a connection of its own, and tells apart "not handed over" from "no answer". */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { isMailAddress } from './address.rules.ts';
import type { Delivery, Mailer, MailPicture, OutgoingMail } from './mailer.ts';

export interface SmtpSettings {
  /** smtp:// or smtps://; credentials in it are used to sign in, `?tls=off` gives up TLS on purpose. */
  readonly url: string;
  readonly from: string;
  readonly fromName: string;
  /** For tests: the longest a whole sending may take. */
  readonly timeoutMs?: number;
}

/** Below the two minutes after which a sending without an answer is listed as uncertain. */
const MOST_MS = 90_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

interface SmtpError extends Error {
  code?: string;
  responseCode?: number;
  response?: string;
}

export function createSmtpMailer(settings: SmtpSettings): Mailer {
  return {
    async send(mail) {
      if (!isMailAddress(mail.to)) return { outcome: 'REFUSED', permanent: true, code: 'RECIPIENT' };
      const message = await compose(mail, settings);
      return new Sending(settings, mail, message).run();
    },
  };
}

/** The whole message; recipients are plain addresses without names, and nothing is fetched from files or the net. */
function compose(mail: OutgoingMail, { from, fromName }: SmtpSettings): Promise<Buffer> {
  return new MailComposer({
    from: { name: fromName, address: from },
    to: { name: '', address: mail.to },
    ...(mail.replyTo ? { replyTo: { name: fromName, address: mail.replyTo } } : {}),
    messageId: mail.messageId,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: (mail.pictures ?? []).map(pictureOf),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}

const pictureOf = ({ cid, png }: MailPicture) => ({
  cid,
  content: png,
  contentType: 'image/png',
  contentDisposition: 'inline' as const,
  filename: `${cid}.png`,
});

function connectionOptions({ url }: SmtpSettings) {
  const { protocol, hostname, port, searchParams } = new URL(url);
  const secure = protocol === 'smtps:';
  const plain = !secure && (LOOPBACK.has(hostname) || searchParams.get('tls') === 'off');
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    ignoreTLS: plain,
    requireTLS: !secure && !plain,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  };
}

/** One connection, one message. */
class Sending {
  readonly #connection: SMTPConnection;
  #handed = false;
  #settle: (delivery: Delivery) => void = () => undefined;

  constructor(
    private readonly settings: SmtpSettings,
    private readonly mail: Pick<OutgoingMail, 'to' | 'returnPath'>,
    private readonly message: Buffer,
  ) {
    this.#connection = new SMTPConnection(connectionOptions(settings));
  }

  run(): Promise<Delivery> {
    return new Promise<Delivery>(resolve => {
      const late = setTimeout(() => this.#fail({ code: 'ETIMEDOUT' }), this.settings.timeoutMs ?? MOST_MS);
      this.#settle = delivery => {
        clearTimeout(late);
        this.#connection.close();
        resolve(delivery);
      };
      this.#connection.on('error', error => this.#fail(error));
      this.#connection.connect(error => (error ? this.#fail(error) : this.#login()));
    });
  }

  #login(): void {
    const { username, password } = new URL(this.settings.url);
    if (!username) {
      this.#hand();
      return;
    }
    const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    // Wrong credentials are our fault, not the recipient's: the mail waits.
    this.#connection.login({ credentials }, error => {
      if (error) this.#settle({ outcome: 'NOT_HANDED_OVER', code: codeOf(error) });
      else this.#hand();
    });
  }

  #hand(): void {
    const body = Readable.from(this.#pieces());
    const { to, returnPath } = this.mail;
    const from = returnPath ?? this.settings.from;
    const envelope = { from, to: [to], size: this.message.length };
    this.#connection.send(envelope, body, error => {
      if (error) this.#fail(error);
      else this.#settle({ outcome: 'ACCEPTED' });
    });
  }

  /** Read only after the relay has answered DATA with "go ahead": from here on the mail may arrive. */
  *#pieces(): Generator<Buffer> {
    this.#handed = true;
    yield this.message;
  }

  #fail(error: Partial<SmtpError>): void {
    const code = codeOf(error);
    const answer = error.responseCode ?? 0;
    const refused = answer >= 400 && (!this.#handed || error.code === 'EMESSAGE');
    if (refused) {
      // A refusal outside the mail transaction (greeting, TLS) says nothing about this mail.
      const aboutThisMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
      this.#settle({ outcome: 'REFUSED', permanent: aboutThisMail && answer >= 500, code });
    } else this.#settle({ outcome: this.#handed ? 'UNKNOWN' : 'NOT_HANDED_OVER', code });
  }
}

/** What may be shown and stored: the reply's numbers or an error code. The reply's text may quote the recipient. */
function codeOf({ response, responseCode, code }: Partial<SmtpError>): string {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  if (responseCode) return enhanced ? `${responseCode} ${enhanced}` : String(responseCode);
  return code ?? 'NO_ANSWER';
}
