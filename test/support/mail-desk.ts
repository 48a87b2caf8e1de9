/** A desk whose mail goes to a relay of the test's own, and its sending jobs at whatever time the test says. */
import { startDesk } from './desk.ts';
import { sendingOf, systemDb } from './mails.ts';
import { startRelay } from './relay.ts';

export async function startMailDesk(env: Record<string, string> = {}) {
  const relay = await startRelay();
  const desk = await startDesk({ env: { SMTP_URL: relay.url, ...env } });
  const sendingIn = (minutes: number) =>
    sendingOf(desk, { now: () => new Date(Date.now() + minutes * 60_000) });
  return {
    relay,
    desk,
    send: (minutes = 0) => sendingIn(minutes).sendDue(systemDb(desk.app.jobParts)),
    reconcile: (minutes: number) => sendingIn(minutes).reconcile(systemDb(desk.app.jobParts)),
    /** Nothing waits, nothing has arrived, and the relay takes what it is given. */
    async clear() {
      await desk.sql.query(
        `update outbox_mail set status = 'CANCELLED' where status in ('QUEUED', 'SENDING')`,
      );
      relay.received.length = 0;
      relay.manner = 'accept';
    },
    async stop() {
      await desk.stop();
      await relay.stop();
    },
  };
}

export type MailDesk = Awaited<ReturnType<typeof startMailDesk>>;
