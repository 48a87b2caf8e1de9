/** Runs in a process of its own: takes apart what a stranger sent as a mail. */
import { type ReadMail, readMail } from './mail-reading.ts';

export interface MailJob {
  bytes: Uint8Array;
}

process.on('disconnect', () => process.exit());
process.on('message', (job: MailJob) => {
  readMail(Buffer.from(job.bytes)).then(
    (result: ReadMail) => process.send?.({ result }),
    // What exactly the parser disliked is nobody's business and may quote the mail.
    () => process.send?.({ result: null }),
  );
});
