/** Reads a mailbox over IMAP with ImapFlow, one connection a reading; what is taken goes into a folder of its own. */
import { ImapFlow } from 'imapflow';
import { type Log, stackOf } from '../log.ts';
import type { Mailbox, MailboxReading, Taking, WaitingMessage } from './mailbox.ts';

export interface ImapSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: 'tls' | 'starttls' | 'off';
  /** Authority of the mailbox's certificate, PEM; null trusts those of the system. */
  readonly ca: string | null;
  readonly user: string;
  readonly password: string;
  readonly inbox: string;
  /** Folder for what is taken; made when it is missing. */
  readonly done: string;
}

export interface ImapParts {
  readonly settings: ImapSettings;
  readonly log: Log;
  readonly limits?: Partial<ImapLimits>;
}

interface ImapLimits {
  /** Largest message; of a larger one only the beginning is fetched. */
  readonly mostBytes: number;
  /** In one reading; the next one goes on. */
  readonly mostMessages: number;
  readonly timeoutMs: number;
}

/** Documents of 10 MB as base64, and the letter around them. */
const LIMITS: ImapLimits = { mostBytes: 25_000_000, mostMessages: 50, timeoutMs: 30_000 };
/** Enough for every header that is looked at. */
const BEGINNING = 65_536;

export function createImapMailbox({ settings, log, limits = {} }: ImapParts): Mailbox {
  const all = { ...LIMITS, ...limits };
  return {
    async read({ take, stopping, forgetBefore }) {
      const client = clientOf(settings, all);
      // Said by the connection itself while nobody waits for it; whoever waits gets the error too.
      client.on('error', () => undefined);
      try {
        await client.connect();
        await makeFolder(client, settings.done);
        await client.mailboxOpen(settings.inbox);
        const reading = await new Reading(client, { settings, log, limits: all }).run(take, stopping);
        await forget(client, settings.done, forgetBefore);
        return reading;
      } finally {
        await client.logout().catch(() => client.close());
      }
    },
  };
}

const clientOf = ({ host, port, tls, ca, user, password }: ImapSettings, { timeoutMs }: ImapLimits) =>
  new ImapFlow({
    ...{ host, port, secure: tls === 'tls', doSTARTTLS: tls === 'starttls' },
    auth: { user, pass: password },
    tls: { minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) },
    // Its own log would hold addresses and subjects.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });

/** Asked first: not every server says in a way one can tell that it is there already. */
async function makeFolder(client: ImapFlow, folder: string): Promise<void> {
  const folders = await client.list();
  if (!folders.some(({ path }) => path === folder)) await client.mailboxCreate(folder);
}

async function forget(client: ImapFlow, folder: string, before: Date): Promise<void> {
  await client.mailboxOpen(folder);
  const old = (await client.search({ before }, { uid: true })) || [];
  if (old.length > 0) await client.messageDelete(old, { uid: true });
}

type Take = (message: WaitingMessage) => Promise<Taking>;

class Reading {
  constructor(
    private readonly client: ImapFlow,
    private readonly parts: Required<Omit<ImapParts, 'limits'>> & { readonly limits: ImapLimits },
  ) {}

  async run(take: Take, stopping: () => boolean): Promise<MailboxReading> {
    let [taken, failed] = [0, 0];
    const uids = (await this.client.search({ all: true }, { uid: true })) || [];
    for (const uid of uids.slice(0, this.parts.limits.mostMessages)) {
      if (stopping()) break;
      const became = await this.#one(uid, take).catch(error => this.#fail(error));
      if (became === 'TAKEN') taken += 1;
      if (became === 'FAILED') failed += 1;
    }
    return { taken, failed };
  }

  /** One message must not stand in the way of the others. @throws the error itself when the connection is gone */
  #fail(error: unknown): 'FAILED' {
    if (!this.client.usable) throw error;
    this.parts.log.error('a message could not be taken', { stack: stackOf(error) });
    return 'FAILED';
  }

  /** Another server may have put it away meanwhile: then there is nothing to fetch, or to put away. */
  async #one(uid: number, take: Take): Promise<Taking> {
    const message = await this.#fetch(String(uid));
    if (!message || (await take(message)) === 'LATER') return 'LATER';
    await this.client.messageMove(String(uid), this.parts.settings.done, { uid: true });
    return 'TAKEN';
  }

  async #fetch(uid: string): Promise<WaitingMessage | null> {
    const { mostBytes } = this.parts.limits;
    const about = await this.client.fetchOne(uid, { size: true, internalDate: true }, { uid: true });
    if (!about) return null;
    const { size: byteCount = 0, internalDate = new Date() } = about;
    // The size is what the server says; one byte more than allowed shows whether it is true.
    const maxLength = byteCount > mostBytes ? BEGINNING : mostBytes + 1;
    const got = await this.client.fetchOne(uid, { source: { start: 0, maxLength } }, { uid: true });
    const bytes = got ? got.source : undefined;
    if (!bytes) return null;
    const cut = byteCount > mostBytes || bytes.length > mostBytes;
    return { bytes, cut, byteCount, arrivedAt: new Date(internalDate) };
  }
}
