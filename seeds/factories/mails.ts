/** The outbox of the demo: what has been sent, and some that wait, failed or whose fate is unknown. */
import type { MailTemplate } from '../../server/src/features/correspondence/mail.enums.ts';
import type { Language } from '../../server/src/platform/language.ts';
import type { Random } from '../random.ts';
import type { Row, Rows } from '../rows.ts';
import { secondsAfter } from '../work-time.ts';
import type { CaseBook, OpenedCase } from './case-book.ts';

const UNDO_SECONDS = 60;

interface NewMail {
  readonly at: Date;
  readonly language: Language;
}

/** How it went with the newest rejections that still wait for new images; every other one was sent. */
const NEWEST_REJECTIONS = ['QUEUED', 'FAILED', 'UNCERTAIN'] as const;
/** The same for the newest links to first uploads. */
const NEWEST_LINKS = ['QUEUED', 'QUEUED'] as const;
type Result = 'QUEUED' | 'FAILED' | 'UNCERTAIN' | 'SENT';

interface Sending {
  readonly about: OpenedCase;
  readonly template: MailTemplate;
  readonly row: Row<'outbox_mail'>;
  readonly leavesAt: Date;
}

export class MailBook {
  readonly #parts: { random: Random; rows: Rows; book: CaseBook; mailDomain: string };
  readonly #sendings: Sending[] = [];

  constructor(parts: { random: Random; rows: Rows; book: CaseBook; mailDomain: string }) {
    this.#parts = parts;
  }

  sendRejection(about: OpenedCase, mail: NewMail & { decisionId: number; by: number }): void {
    const { decisionId: subject_id, at, by, language } = mail;
    this.#queue(about, {
      mail: {
        template: 'IMAGES_REJECTED',
        dedupe: `decision:${subject_id}`,
        subject_id,
        language,
        created_at: at,
      },
      by,
      leavesAt: secondsAfter(at, UNDO_SECONDS),
    });
  }

  sendLink(about: OpenedCase, { linkId: subject_id, at, language }: NewMail & { linkId: number }): void {
    this.#queue(about, {
      mail: {
        template: 'UPLOAD_LINK',
        dedupe: `upload-link:${subject_id}`,
        subject_id,
        language,
        created_at: at,
      },
      by: null,
      leavesAt: at,
    });
  }

  #queue(
    about: OpenedCase,
    {
      mail,
      by,
      leavesAt,
    }: {
      mail: Row<'outbox_mail'> & { template: MailTemplate; created_at: Date };
      by: number | null;
      leavesAt: Date;
    },
  ): void {
    const { rows, random, book, mailDomain } = this.#parts;
    const id = rows.add('outbox_mail', {
      ...mail,
      organisation_id: about.organisationId,
      case_id: about.id,
      message_id: `<${random.uuid()}@${mailDomain}>`,
      status: 'QUEUED',
      attempts: 0,
      send_after: leavesAt,
    });
    const row = rows.of('outbox_mail')[id - 1];
    if (row) this.#sendings.push({ about, template: mail.template, row, leavesAt });
    book.event(about, 'MAIL_QUEUED', { at: mail.created_at, by, new: mail.template });
  }

  /** Sends all but the newest; a mail that did not leave belongs to a case where nothing has come in since. */
  close(): void {
    const cases = this.#parts.rows.of('desk_case');
    const newest = this.#sendings
      .filter(({ about }) => cases[about.id - 1]?.status === 'AWAITING_UPLOAD')
      .sort((a, b) => b.leavesAt.getTime() - a.leavesAt.getTime());
    const results = new Map<Sending, Result>();
    const give = (template: MailTemplate, list: readonly Result[]) => {
      const those = newest.filter(sending => sending.template === template);
      for (const [n, result] of list.entries()) if (those[n]) results.set(those[n], result);
    };
    give('IMAGES_REJECTED', NEWEST_REJECTIONS);
    give('UPLOAD_LINK', NEWEST_LINKS);
    for (const sending of this.#sendings) this.#settle(sending, results.get(sending) ?? 'SENT');
  }

  #settle({ about, template, row, leavesAt }: Sending, status: Result): void {
    if (status === 'QUEUED') return;
    const { book, random } = this.#parts;
    const tried = secondsAfter(leavesAt, random.int(1, 9));
    const told = { at: secondsAfter(tried, 1), new: template };
    Object.assign(row, { status, attempts: 1, claimed_at: tried });
    if (status === 'UNCERTAIN') row.last_error = 'NO_RESULT';
    if (status === 'SENT') {
      row.sent_at = told.at;
      book.event(about, 'MAIL_SENT', told);
    }
    if (status === 'FAILED') {
      row.last_error = '550 5.1.1';
      book.event(about, 'MAIL_FAILED', { ...told, note: row.last_error });
    }
  }
}
