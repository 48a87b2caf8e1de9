/** Everything the card page shows, in one trip: what state the card is in and why, whose it is, and what can be done. */
import type { Access } from '../../platform/access/access.ts';
import { readShown, type Shown } from '../../platform/audit/shown.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { notFound } from '../../platform/errors.ts';
import { Language } from '../../platform/language.ts';
import type { Json } from '../case/case-detail.row.ts';
import type { OrderScope } from '../order/order.policy.ts';
import type { OrderEventType } from '../order/order-page.type.ts';
import { type CheckFacts, type CheckRow, shownChecks } from '../register-check/check-row.readmodel.ts';
import { SUBJECT } from '../register-check/matrix.rules.ts';
import { READ_ANSWER } from '../register-check/register-check.policy.ts';
import type { RegisterCheckType } from '../register-check/register-check.type.ts';
import { SETTING_ROWS } from '../setting/setting.readmodel.ts';
import { type SettingRow, settingsFrom } from '../setting/setting.rules.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import { allowedCardActions, READ_CARD } from './card.policy.ts';
import { mustBeShredded, renewableFrom } from './card.rules.ts';
import { cardPageSql } from './card-page.sql.ts';
import type { CardDetailType } from './card-page.type.ts';

export interface CardReadParts {
  readonly access: Access;
  readonly clock: Clock;
}

type Computed = 'checks' | 'events' | 'allowedActions' | 'renewableFrom' | 'mustBeShredded';
interface Row extends Omit<CardDetailType, Computed> {
  organisation_id: number;
  checks: CheckRow[] | null;
  /** Null for a card without an order line. */
  checkFacts: CheckFacts | null;
  reader_language: string | null;
  events: Json<OrderEventType>[] | null;
}

/** The widest scope within which the actor sees cards. */
export function cardScope(access: Access, actor: Principal): OrderScope {
  const names = access.scopes(actor, READ_CARD.resource, READ_CARD.action);
  if (names.has('any')) return 'any';
  return names.has('own_organisation') || names.has('protected') ? 'organisation' : 'none';
}

export class CardPageReadModel {
  constructor(private readonly parts: CardReadParts) {}

  /** @throws AppError NOT_FOUND, also when the actor may not see it */
  async card(db: Db, key: { readonly by: 'number' | 'id'; readonly value: string }): Promise<CardDetailType> {
    const sql = cardPageSql(cardScope(this.parts.access, db.principal), key.by);
    const statements = [
      [sql, [db.principal.organisationId, key.value, db.principal.actorId]],
      [SETTING_ROWS, []],
    ] as const;
    const [[row] = [], settings = []] = await readShown<object>(db, statements, ([rows]) =>
      shownOf(rows?.[0] as Row | undefined),
    );
    if (!row) throw notFound();
    return this.#detail(row as Row, { actor: db.principal, settings: settings as SettingRow[] });
  }

  #detail(
    row: Row,
    { actor, settings }: { actor: Principal; settings: readonly SettingRow[] },
  ): CardDetailType {
    const { access, clock } = this.parts;
    const facts = { organisationId: row.organisation_id };
    const answers = access.may(actor, READ_ANSWER, facts);
    const masked = access.may(actor, { resource: 'person', action: 'read:nationalId.masked' }, facts);
    const today = osloDate(clock.now());
    const { renewalWindowDays } = settingsFrom(settings, today, row.scheme);
    const { organisation_id: _, checkFacts: __, reader_language: ___, ...card } = row;
    return {
      ...card,
      person:
        row.person && (masked ? row.person : { ...row.person, maskedNationalId: null, birthDate: null }),
      renewableFrom: row.expiresOn && renewableFrom(row.expiresOn, renewalWindowDays),
      mustBeShredded: mustBeShredded(row),
      checks: checksOf(row, { answers, today }),
      events: eventsOf(row.events ?? [], answers),
      allowedActions: allowedCardActions(access, actor, row),
    };
  }
}

function checksOf(row: Row, { answers, today }: { answers: boolean; today: LocalDate }): RegisterCheckType[] {
  if (!row.checkFacts) return [];
  const visible = (row.checks ?? []).filter(({ register }) => answers || SUBJECT[register] === 'FIRM');
  const language = Object.values(Language).find(known => known === row.reader_language) ?? Language.nb;
  const checks = shownChecks(visible, { facts: row.checkFacts, language, today });
  return answers ? checks : checks.map(check => ({ ...check, hasAnswer: false }));
}

function eventsOf(events: readonly Json<OrderEventType>[], answers: boolean): OrderEventType[] {
  return events
    .filter(({ register }) => answers || register === null || SUBJECT[register] === 'FIRM')
    .map(({ actor, ...event }) => ({
      ...event,
      at: new Date(event.at),
      actor: actor && { ...actor, initials: initialsOf(actor.name) },
    }));
}

function shownOf(row: Row | undefined): Shown | null {
  if (!row?.person) return null;
  return { view: 'card', table: 'card', rowId: row.id, personIds: [row.person.id], fields: ['card'] };
}
