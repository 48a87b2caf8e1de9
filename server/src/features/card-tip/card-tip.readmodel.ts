/** A reported card and the tips about it, for the caseworker of the case: one statement, no holder, no right to the issuer's rows. */
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import type { TipCardType } from './card-tip.type.ts';

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const eventAt = (type: string) =>
  `(select max(e.at) from case_event e where e.case_id = $1 and e.type = '${type}')`;

const CARD = `select c.number, c.status, c.status_reason as "statusReason", c.status_at as "statusAt", coalesce(c.earlier_issuer, false) as "earlierIssuer",
  c.scheme, c.valid_from as "validFrom", c.expires_on as "expiresOn", c.shredded_on as "shreddedOn", c.seized_on as "seizedOn", c.seized_by as "seizedBy",
  c.firm_name as "firmName", c.org_number as "orgNumber", c.can_tell as "canTellEmployer", c.history,
  ${eventAt('EMPLOYER_TOLD')} as "employerToldAt", ${eventAt('BLOCK_ASKED')} as "blockAskedAt",
  coalesce((select json_agg(json_build_object('id', t.id::text, 'receivedAt', ${instant('t.received_at')}, 'category', t.category, 'text', t.body,
      'reporter', case when t.client_id is not null then 'CONTROL' end) order by t.id desc)
    from (select * from card_tip where case_id = $1 order by id desc limit 50) t), '[]') as tips
from card_of_tip($1) c`;

export class CardTipReadModel {
  /** @throws AppError NOT_FOUND for a case of another kind, of others, or none */
  async card(db: Db, caseId: string): Promise<TipCardType> {
    const [row] = await db.read<TipCardType & Record<string, unknown>>(CARD, [caseId]);
    if (!row) throw notFound();
    return row;
  }
}
