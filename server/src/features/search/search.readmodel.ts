/** One search over case number, order number, organisation number, names, and the exact national ID for those who may. */
import type { Access } from '../../platform/access/access.ts';
import { logRead } from '../../platform/audit/audit.ts';
import { foundByName, listOf, readShown, type Shown } from '../../platform/audit/shown.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx, Values } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { AppError, forbidden } from '../../platform/errors.ts';
import { cardScope } from '../card/card-page.readmodel.ts';
import { type CaseScope, caseScope, findsRestricted } from '../case/case.policy.ts';
import { READ_INVOICE } from '../invoice/invoice.policy.ts';
import { FIND_INVOICES } from '../invoice/invoice-list.store.ts';
import { invoiceNumberIn } from '../invoice/invoice-number.rules.ts';
import { type OrderScope, orderScope } from '../order/order.policy.ts';
import type { NumberMode } from '../person/national-id.rules.ts';
import { nationalIdIndexes } from '../person/national-id.store.ts';
import { NATIONAL_ID_SEARCHES_PER_HOUR, type SearchFor, searchFor } from './search.rules.ts';
import {
  cardsSql,
  casesSql,
  firmByNumberSql,
  namesSql,
  ordersOfCasesSql,
  ordersSql,
  personByNumberSql,
} from './search.sql.ts';
import type { SearchHitType } from './search.type.ts';

export interface SearchParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly numberMode: NumberMode;
}

const SEARCH = { resource: 'search', action: 'use' };
const SEARCH_NATIONAL_ID = { resource: 'person', action: 'search:nationalId' };
const OPERATION = 'searchNationalId';
const HOUR_MS = 3_600_000;

// Held until commit, so that two windows of the same person cannot both take the hour's last one.
const HOLD_ACTOR = 'select id from staff_user where id = $1 for no key update';
const USED = `select count(*)::int as n from audit_log where actor_id = $1 and operation = '${OPERATION}' and at > $2`;

export class SearchReadModel {
  constructor(private readonly parts: SearchParts) {}

  /** @throws AppError with the fault of a number, SEARCH_TOO_SHORT, FORBIDDEN, SEARCH_LIMIT */
  async search(db: Db, text: string): Promise<SearchHitType[]> {
    const found = searchFor(text, this.parts.numberMode);
    const invoices = this.#invoices(db, text);
    // To whoever looks invoices up, eleven digits are a KID and no national ID.
    if (invoices && (!found.ok || found.wanted.kind === 'NATIONAL_ID')) return hitsOf(db, [invoices], listed);
    if (!found.ok) throw new AppError(found.code);
    const { wanted } = found;
    if (wanted.kind === 'NATIONAL_ID') return this.#nationalId(db, wanted.number);
    const [sql, values] = statementOf(wanted, {
      scope: caseScope(this.parts.access, db.principal, SEARCH),
      orders: orderScope(this.parts.access, db.principal),
      cards: cardScope(this.parts.access, db.principal),
      restricted: findsRestricted(this.parts.access, db.principal),
    });
    const statement = [sql, [db.principal.organisationId, ...values]] as const;
    const cards = this.#cards(db, wanted);
    const statements = [statement, cards, invoices].filter(one => one !== null);
    return hitsOf(db, statements, hits => shownBy(wanted, hits));
  }

  #invoices(db: Db, text: string): Statement | null {
    const number = invoiceNumberIn(text);
    if (number === null || !this.parts.access.may(db.principal, READ_INVOICE, ownOf(db))) return null;
    return [FIND_INVOICES, [db.principal.organisationId, number]];
  }

  /** A number of ten digits that could be a case may be a card as well. */
  #cards(db: Db, wanted: Wanted): Statement | null {
    if (wanted.kind !== 'CASE' || !wanted.card) return null;
    return [cardsSql(cardScope(this.parts.access, db.principal)), [db.principal.organisationId, wanted.card]];
  }

  /** Leaves a trace before anything is answered, also when nobody is found. */
  #nationalId(db: Db, number: string): Promise<SearchHitType[]> {
    const { access, keys } = this.parts;
    const scope = caseScope(access, db.principal, SEARCH_NATIONAL_ID);
    if (scope === 'none') throw forbidden();
    return db.transaction(async tx => {
      await this.#countUse(tx, db);
      const values = [
        db.principal.organisationId,
        nationalIdIndexes(keys, number),
        findsRestricted(access, db.principal),
      ];
      const hits = await tx.query<Hit>(personByNumberSql(scope), values);
      await logRead(tx, db, {
        table: 'person',
        rowId: hits[0]?.id ?? null,
        caseId: hits[0]?.caseId ?? null,
        personIds: hits.map(hit => hit.id),
        fields: ['national_id'],
        operation: OPERATION,
      });
      return hits;
    });
  }

  /** Whether persons with address protection exist for the actor: everyone else finds nobody. */
  async #countUse(tx: Tx, { principal }: Db): Promise<void> {
    await tx.query(HOLD_ACTOR, [principal.actorId]);
    const since = new Date(this.parts.clock.now().getTime() - HOUR_MS);
    const used = await tx.one<{ n: number }>(USED, [principal.actorId, since]);
    if ((used?.n ?? 0) >= NATIONAL_ID_SEARCHES_PER_HOUR)
      throw new AppError('SEARCH_LIMIT', { limit: NATIONAL_ID_SEARCHES_PER_HOUR });
  }
}

type Hit = SearchHitType & { personId: string | null };
type Statement = readonly [string, Values];
type Wanted = Exclude<SearchFor, { kind: 'NATIONAL_ID' }>;

const ownOf = ({ principal }: Db) => ({ organisationId: principal.organisationId ?? undefined });

async function hitsOf(
  db: Db,
  statements: readonly Statement[],
  shown: (hits: readonly Hit[]) => Shown | null,
): Promise<SearchHitType[]> {
  return (await readShown<Hit>(db, statements, found => shown(found.flat()))).flat();
}

const listed = (hits: readonly Hit[]) => listOf(personsIn(hits));
const personsIn = (hits: readonly Hit[]) => [...new Set(hits.flatMap(hit => hit.personId ?? []))];

/** A search for a name leaves a trace also when nobody is found. */
function shownBy(wanted: Wanted, hits: readonly Hit[]): Shown | null {
  const personIds = personsIn(hits);
  return wanted.kind === 'NAME' ? foundByName(personIds) : listOf(personIds);
}

interface Scopes {
  readonly scope: CaseScope;
  readonly orders: OrderScope;
  readonly cards: OrderScope;
  readonly restricted: boolean;
}

function statementOf(
  wanted: Wanted,
  { scope, orders, cards, restricted }: Scopes,
): readonly [string, Values] {
  switch (wanted.kind) {
    case 'CASE':
      return [casesSql(scope), [wanted.from, wanted.to]];
    case 'ORDER':
      return [
        orders === 'none' ? ordersOfCasesSql(scope) : ordersSql(orders),
        [wanted.number, wanted.line ?? null],
      ];
    case 'CARD':
      return [cardsSql(cards), [wanted.number]];
    case 'ORG_NUMBER':
      return [firmByNumberSql(scope), [wanted.number]];
    case 'NAME':
      return [namesSql(scope), [likeAnywhere(wanted.name), restricted]];
  }
}
