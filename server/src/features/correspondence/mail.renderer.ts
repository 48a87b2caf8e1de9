/** Writes the letter of a mail from the decision or link it is about, at the moment it leaves or is looked at; nothing is stored. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Language } from '../../platform/language.ts';
import type { MailPicture } from '../../platform/mail/mailer.ts';
import { qrContentOfCard } from '../card/qr-content.ts';
import { qrPng } from '../card/qr-picture.ts';
import type { ImagePart, ImageReason } from '../image-review/image-review.enums.ts';
import type { RenderInvoiceAnswer } from '../invoice-query/invoice-answer.letter.ts';
import { REISSUED_PARTS, type ReissuedInvoice, reissuedParts } from '../reissue/reissue-letter.rules.ts';
import { uploadPageUrl, uploadTokenOf } from '../upload/upload-link.ts';
import { commentLines, dayInWords, letterParts, oneLine, timeInWords } from './letter.rules.ts';
import type {
  EntryMailTemplate,
  FixedMailTemplate,
  ImageMailTemplate,
  OrderMailTemplate,
  ReissueMailTemplate,
} from './mail.enums.ts';
import { MAIL_COLUMNS, MAIL_TABLES, type MailRecord } from './mail.row.ts';
import { isEntryMail, isFixedMail, isOrderMail, isReissueMail, mailSubject } from './mail-subject.ts';
import {
  ORDER_LETTER_COLUMNS,
  ORDER_LETTER_TABLES,
  type OrderLetterRow,
  orderLetterOf,
} from './order-letter.facts.ts';
import type { RenderOrderLetter } from './order-letter.ts';
import { LETTERS, type RenderLetter, subjectOf } from './templates.ts';

/** Facts about the order, of desk_case c, order_item oi and person p; mail names nobody with address protection. */
export const ORDER_COLUMNS = `oi.order_number as "orderNumber", oi.line as "orderLine", oi.orderer_name as "ordererName",
  case when not p.restricted then p.given_name end as "givenName"`;

/** A mail with all its letter says, in one statement; the caller adds the condition. */
export const LETTER = `select ${MAIL_COLUMNS}, ${ORDER_COLUMNS}, ${ORDER_LETTER_COLUMNS}, m.organisation_id as "organisationId", m.message_id as "messageId", d.comment,
  coalesce(d.undone_at, case when m.template = 'UPLOAD_LINK' then l.revoked_at end) is not null
    or (m.template = 'CARD_VALID' and k.status <> 'VALID') or (m.template = 'EXCEPTION_EXPIRING' and en.ended_on is not null) as void,
  coalesce(en.ended_on - 1, en.to_on)::text as "lastDay",
  k.chip_code_hash as "chipCodeHash", ia.paragraphs, ia.code_lines as "codeLines", ${REISSUED_PARTS} as reissued,
  (select a.number from exception_application a where a.case_id = m.case_id and a.person_id is null) as "answerCase",
  p.id as "personId", l.token_salt as "tokenSalt", l.token_hash as "tokenHash", l.expires_at as "linkExpiresAt",
  coalesce((select json_agg(json_build_object('code', r.code, 'part', r.part) order by r.position)
    from image_decision_reason r where r.decision_id = d.id), '[]') as reasons
from ${MAIL_TABLES} left join person p on p.id = oi.person_id ${ORDER_LETTER_TABLES}
left join image_decision d on d.id = m.subject_id and m.template in ('IMAGES_REJECTED', 'IMAGES_STOPPED')
left join exception_entry en on en.id = m.subject_id and m.template in ('EXCEPTION_EXPIRING', 'EXCEPTION_ENDED')
left join upload_link l on l.id = case when m.template = 'UPLOAD_LINK' then m.subject_id else d.upload_link_id end`;

export interface OrderFacts {
  readonly orderNumber: string;
  readonly orderLine: number;
  readonly ordererName: string;
  readonly givenName: string | null;
}

export interface LetterFacts extends OrderFacts {
  readonly template: ImageMailTemplate;
  readonly language: Language;
  readonly caseNumber: string;
  readonly comment: string | null;
  readonly reasons: readonly { code: ImageReason; part: ImagePart }[];
}

export interface LetterRecord
  extends Omit<MailRecord, 'orderNumber'>,
    Omit<LetterFacts, 'template' | 'caseNumber'>,
    OrderLetterRow {
  readonly organisationId: number;
  readonly messageId: string;
  /** The decision was taken back, the link revoked, or the card is not valid any more: the letter must not leave. */
  readonly void: boolean;
  /** Of an entry of the registers of exceptions; null when it is deleted. */
  readonly lastDay: LocalDate | null;
  /** Null when the mail is about no order. */
  readonly personId: string | null;
  readonly tokenSalt: Buffer | null;
  readonly tokenHash: Buffer | null;
  readonly linkExpiresAt: Date | null;
  readonly chipCodeHash: Buffer | null;
  /** Of an answer about an invoice. */
  readonly paragraphs: readonly string[] | null;
  readonly codeLines: readonly string[] | null;
  /** Of a mail about invoices that were issued anew. */
  readonly reissued: readonly ReissuedInvoice[] | null;
  /** Number of the application it is about, of a firm, whose answers may come by mail. */
  readonly answerCase: string | null;
}

export interface Letter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface OutgoingLetter extends Letter {
  readonly pictures: readonly MailPicture[];
}

export interface RendererParts {
  readonly keys: Keys;
  readonly render: RenderLetter;
  readonly renderOrder: RenderOrderLetter;
  readonly renderInvoiceAnswer: RenderInvoiceAnswer;
  readonly settings: { readonly publicUrl: string; readonly ISSUER_NAME: string };
}

/** In a letter nobody sends, the link is a word in brackets. */
const NO_LINK = { nb: '[lenke]', nn: '[lenkje]', en: '[link]' } as const;
const NO_TIME = {
  nb: '[fem døgn etter vedtaket]',
  nn: '[fem døgn etter vedtaket]',
  en: '[five days after the decision]',
} as const;
const NOTHING = {
  ...{
    caseNumber: '',
    ordererName: '',
    personName: '',
    orderNumber: '',
    orderLine: '',
    link: '',
    validUntil: '',
  },
  ...{ parts: [], comment: [], reissued: [] },
};
const HIDDEN = '••••';
const QR = 'qr';
const PAGE_OF_CARD = '/kort#';

/** What makes the mail a temporary card (R11): made when it leaves or is looked at, stored nowhere. */
interface CardCode {
  readonly picture: string | null;
  readonly cardPage: string;
}
const NO_CODE = { picture: null, cardPage: null } as const;
const UNNAMED = { nb: 'den ansatte', nn: 'den tilsette', en: 'the employee' } as const;

export class MailRenderer {
  constructor(private readonly parts: RendererParts) {}

  /** As the orderer gets it; the QR code of a card lies beside the words. */
  async outgoing(record: LetterRecord): Promise<OutgoingLetter> {
    const content = await this.#qrContent(record);
    if (content === null) return { ...(await this.letter(record, { hideLink: false })), pictures: [] };
    const letter = this.#orderLetter(record, { picture: `cid:${QR}`, cardPage: content });
    return { ...letter, pictures: [{ cid: QR, png: await qrPng(content) }] };
  }

  /** As it looks on a screen. `hideLink` shows everything but the secrets: the address of an upload, the code of a card. */
  async letter(record: LetterRecord, { hideLink }: { hideLink: boolean }): Promise<Letter> {
    const { template } = record;
    if (template === 'INVOICE_ANSWER') return this.#invoiceAnswer(record);
    if (isFixedMail(template) || isReissueMail(template)) return this.#fixed(template, record);
    if (isEntryMail(template)) return this.#entryLetter(template, record);
    if (isOrderMail(template)) return this.#orderLetter(record, await this.#shownCode(record, hideLink));
    return this.#imageLetter({ ...record, template }, hideLink);
  }

  /** In the words the clerk saw. */
  #invoiceAnswer(record: LetterRecord): Letter {
    const { language, paragraphs, codeLines } = record;
    const issuer = oneLine(this.parts.settings.ISSUER_NAME);
    const said = { paragraphs: paragraphs ?? [], codeLines: codeLines ?? [] };
    return this.parts.renderInvoiceAnswer({ ...said, language, issuer, subject: mailSubject(record) });
  }

  /** The same words: nothing of the mail it answers or the letter it tells of; of invoices that were issued anew their numbers. */
  #fixed(
    template: FixedMailTemplate | ReissueMailTemplate,
    { language, reissued }: Pick<LetterRecord, 'language' | 'reissued'>,
  ): Letter {
    const subject = LETTERS[template].subject[language];
    const issuer = oneLine(this.parts.settings.ISSUER_NAME);
    const parts = reissuedParts(reissued ?? [], language);
    return this.parts.render(template, { ...NOTHING, language, subject, issuer, reissued: parts });
  }

  /** Which case and until when; whom it is about stands in no mail. */
  #entryLetter(template: EntryMailTemplate, { language, caseNumber, lastDay }: LetterRecord): Letter {
    const subject = subjectOf(template, language, caseNumber ?? '');
    const validUntil = lastDay === null ? '–' : dayInWords(lastDay, language);
    const issuer = oneLine(this.parts.settings.ISSUER_NAME);
    const said = { language, subject, issuer, caseNumber: caseNumber ?? '', validUntil };
    return this.parts.render(template, { ...NOTHING, ...said });
  }

  #imageLetter(record: LetterRecord & { readonly template: ImageMailTemplate }, hideLink: boolean): Letter {
    const { keys, settings } = this.parts;
    const { tokenSalt: salt, tokenHash: hash, linkExpiresAt, language } = record;
    const token = salt && hash && !hideLink ? uploadTokenOf(keys, { salt, hash }) : HIDDEN;
    return this.#render(
      { ...record, caseNumber: record.caseNumber ?? '' },
      {
        link: uploadPageUrl(settings.publicUrl, token),
        validUntil: linkExpiresAt ? timeInWords(linkExpiresAt, language) : NO_TIME[language],
      },
    );
  }

  /** Before the decision is made, so there is no link yet. */
  preview(facts: LetterFacts): Letter {
    return this.#render(facts, { link: NO_LINK[facts.language], validUntil: NO_TIME[facts.language] });
  }

  #orderLetter(record: LetterRecord, code: CardCode | typeof NO_CODE): Letter {
    const template = record.template as OrderMailTemplate;
    const letter = orderLetterOf({ ...record, template }, this.parts.settings.ISSUER_NAME);
    return this.parts.renderOrder({ ...letter, ...code });
  }

  /** Null unless it is the mail that is a temporary card. */
  async #qrContent(record: LetterRecord): Promise<string | null> {
    const { template, cardNumber: number, expiresOn, chipCodeHash: hash } = record;
    if (template !== 'CARD_VALID' || !number || !expiresOn || !hash) return null;
    const { keys, settings } = this.parts;
    return qrContentOfCard({ keys, publicUrl: settings.publicUrl }, { number, expiresOn, hash });
  }

  async #shownCode(record: LetterRecord, hideLink: boolean): Promise<CardCode | typeof NO_CODE> {
    const content = await this.#qrContent(record);
    if (content === null) return NO_CODE;
    if (hideLink)
      return { picture: null, cardPage: `${this.parts.settings.publicUrl}${PAGE_OF_CARD}${HIDDEN}` };
    const png = await qrPng(content);
    return { picture: `data:image/png;base64,${png.toString('base64')}`, cardPage: content };
  }

  #render(facts: LetterFacts, link: { link: string; validUntil: string }): Letter {
    const { template, language, caseNumber } = facts;
    return this.parts.render(template, {
      ...link,
      language,
      caseNumber,
      subject: subjectOf(template, language, caseNumber),
      issuer: oneLine(this.parts.settings.ISSUER_NAME),
      ordererName: oneLine(facts.ordererName),
      personName: oneLine(facts.givenName ?? UNNAMED[language]),
      orderNumber: facts.orderNumber,
      orderLine: String(facts.orderLine),
      parts: letterParts(facts.reasons, language),
      reissued: [],
      comment: commentLines(facts.comment),
    });
  }
}
