/** The letter that explains why a line stands still, as it will read, for the agent who writes what stands between its locked paragraphs. */
import type { Access } from '../../platform/access/access.ts';
import { readShown } from '../../platform/audit/shown.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import { type OrderLetterRow, orderLetterOf } from '../correspondence/order-letter.facts.ts';
import {
  orderLetterCatalogue,
  orderLetterWords,
  orderMailSubject,
} from '../correspondence/order-letter.rules.ts';
import { checkWording } from '../register-check/reason-catalogue.ts';
import type { CheckReason, Register } from '../register-check/register-check.enums.ts';
import type { ExplanationPreviewType } from './explanation.type.ts';
import { ORDER_ITEM_PERMISSION } from './order.policy.ts';

export interface ExplanationReadParts {
  readonly access: Access;
  readonly issuerName: string;
}

interface PreviewRow extends OrderLetterRow {
  readonly organisation_id: number;
  readonly personId: string;
  readonly language: Language;
  readonly recipient: string;
  readonly reason: CheckReason | null;
}

const TEMPLATE = 'ORDER_EXPLANATION';

/** $1 the line, $2 the register or null. The same facts as of a letter that leaves (order-letter.facts.ts). */
const PREVIEW = `select oi.organisation_id, oi.id::text as "itemId", oi.order_id::text as "orderId", null as "cardId",
  oi.order_number as "orderNumber", oi.orderer_name as "ordererName", p.id as "personId", p.given_name as "givenName", p.restricted,
  unit.name as "unitName", unit.org_number as "unitNumber", oi.cancel_on as "cancelOn", null as "cardNumber", null as "expiresOn",
  k.reason, k.register, null as note, oi.orderer_language as language, oi.orderer_email as recipient
from order_item oi join card_order o on o.id = oi.order_id join person p on p.id = oi.person_id join organisation unit on unit.id = oi.unit_id
left join register_check k on k.order_item_id = oi.id and k.register = $2 where oi.id = $1`;

export class ExplanationReadModel {
  constructor(private readonly parts: ExplanationReadParts) {}

  /** @throws AppError NOT_FOUND, FORBIDDEN */
  async preview(db: Db, orderItemId: string, register: Register | null): Promise<ExplanationPreviewType> {
    const { access, issuerName } = this.parts;
    const statement = [PREVIEW, [orderItemId, register]] as const;
    const [[row] = []] = await readShown<PreviewRow>(db, [statement], ([rows = []]) => {
      const [found] = rows;
      if (!found) return null;
      access.require(db.principal, ORDER_ITEM_PERMISSION.EXPLAIN, { organisationId: found.organisation_id });
      return {
        ...{ view: 'explanation', table: 'order_item', rowId: orderItemId },
        ...{ personIds: [found.personId], fields: ['letter'] },
      };
    });
    if (!row) throw notFound();
    return previewOf(row, issuerName);
  }
}

function previewOf(row: PreviewRow, issuerName: string): ExplanationPreviewType {
  const { language, recipient, ordererName, orderNumber, reason } = row;
  const letter = orderLetterOf({ ...row, template: TEMPLATE }, issuerName);
  const { before, after } = orderLetterWords(TEMPLATE, language, letter);
  const { greeting, signature } = orderLetterCatalogue(language);
  const [hello, onBehalf] = signature;
  return {
    ...{ recipient, ordererName, language },
    subject: orderMailSubject(TEMPLATE, language, orderNumber),
    opening: [greeting(ordererName), ...before],
    closing: [...after, `${hello} ${issuerName}, ${onBehalf}`],
    suggestions: reason ? checkWording(reason, language).remedies : [],
  };
}
