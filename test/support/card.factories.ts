/** Cards for tests, with a code that was really derived, and the picture that was approved for them when one is asked for. */
import { randomInt } from 'node:crypto';
import type { CardStatus } from '../../server/src/features/card/card.enums.ts';
import { newCardNumber } from '../../server/src/features/card/card-number.rules.ts';
import { newChipCode } from '../../server/src/features/card/chip-code.ts';
import { makeQrContent } from '../../server/src/features/card/qr-content.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import type { Desk } from './desk.ts';
import { createCase, createFirm, createOrderItem, createPerson, type Firm } from './factories.ts';
import { insert } from './insert.ts';
import { uploadPair } from './upload.factories.ts';

export interface NewCard {
  status?: CardStatus;
  reason?: string;
  number?: string;
  personId?: string;
  firm?: Firm;
  validFrom?: string;
  expiresOn?: string;
  /** With an approved picture, bytes and all. */
  photo?: boolean;
}

export interface Card {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly firm: Firm;
  readonly itemId: string;
  /** What lies in the chip. */
  readonly code: string;
  /** What the QR code on it says. */
  readonly qr: string;
}

const SHIPPED = { status: 'SHIPPED', imageRequirement: 'MET' } as const;
/** A picture is handed in while the line waits for one; for a card it does not matter that it still does. */
const WAITS = { status: 'PENDING', imageRequirement: 'AWAITING_UPLOAD' } as const;

export async function createCard(desk: Desk, given: NewCard = {}): Promise<Card> {
  const number = given.number ?? newCardNumber(randomInt);
  const keys = loadKeys(undefined, desk.config.dataDir);
  const { code, hash } = newChipCode(keys, number);
  const firm = given.firm ?? (await createFirm(desk));
  const personId = given.personId ?? (await createPerson(desk)).id;
  const item = await createOrderItem(desk, { firm, personId, ...(given.photo ? WAITS : SHIPPED) });
  const expiresOn = given.expiresOn ?? '2028-11-02';
  const id = await insert(desk, 'card', {
    organisation_id: 1,
    number,
    person_id: personId,
    unit_id: firm.unit,
    main_unit_id: firm.main,
    scheme: 'CONSTRUCTION',
    order_item_id: item.id,
    status: given.status ?? 'VALID',
    status_reason: given.reason ?? null,
    status_at: '2026-11-03T08:00:00Z',
    valid_from: given.validFrom ?? '2026-11-03',
    expires_on: expiresOn,
    chip_code_hash: hash,
  });
  if (given.photo) await approvePhoto(desk, item);
  const qr = await makeQrContent({ keys, publicUrl: desk.config.publicUrl }, { number, expiresOn }, code);
  return { id, number, personId, firm, itemId: item.id, code, qr };
}

async function approvePhoto(desk: Desk, orderItem: Awaited<ReturnType<typeof createOrderItem>>) {
  const { id } = await createCase(desk, { kind: 'IMAGE_REVIEW', status: 'AWAITING_UPLOAD', orderItem });
  await uploadPair(desk, id);
  await desk.sql.query(`update image_submission set status = 'APPROVED' where case_id = $1`, [id]);
}

/** Known by number, firm and status only. */
export async function createEarlierCard(desk: Desk, number: string): Promise<void> {
  const { main } = await createFirm(desk);
  await insert(desk, 'card', {
    organisation_id: 1,
    number,
    earlier_issuer: true,
    main_unit_id: main,
    status: 'VALID',
    status_at: '2019-03-01T08:00:00Z',
  });
}

/** A tip at the authority, about a card that exists unless a number is given. */
export async function createTip(
  desk: Desk,
  given: { number?: string; reservedBy?: string } = {},
): Promise<{ id: string; number: string }> {
  const number = given.number ?? (await createCard(desk)).number;
  const { id } = await createCase(desk, {
    kind: 'TIP_INVALID_CARD',
    organisation: 2,
    title: `HMS-kort ${number}`,
    cardNumber: number,
    reservedBy: given.reservedBy,
  });
  await insert(desk, 'card_tip', {
    organisation_id: 2,
    case_id: id,
    received_at: '2026-11-20T08:00:00Z',
    category: 'WRONG_PERSON',
    body: 'Bildet ligner ikke på den som bar kortet.',
  });
  return { id, number };
}
