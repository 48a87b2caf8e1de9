/** Orders of machines: whose firm it is, whether the orderer may, who the cards are for; then the one way to place an order that there is. */
import type { Config } from '../../config.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { MachineCall } from '../../platform/machine/machine-route.ts';
import { canOrderLine, type LineFacts } from '../order/ordering.rules.ts';
import { type NewLine, type PlacedLine, placeOrder } from '../order/place-order.write.ts';
import { requireOrderer } from '../order/who-may-order.readmodel.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import { type NationalIdFacts, type NationalIdResult, parseNationalId } from '../person/national-id.rules.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import type { PlacedOrderView, PlaceOrderBody } from './api.schemas.ts';
import { lineText } from './line-texts.ts';
import { addPerson, findPersons } from './machine-person.store.ts';

export interface MachineOrderParts {
  readonly clock: Clock;
  readonly config: Pick<Config, 'production'>;
  readonly keys: Keys;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
  /** The same request of a portal, for the firm it acts for. */
  readonly forFirm: (db: Db, firmId: string) => Db;
}

export interface OrdererGiven {
  readonly nationalId: string;
  readonly email: string;
  readonly language: Language;
}

interface Unit {
  readonly id: string;
  readonly main_id: string;
}

type Item = PlaceOrderBody['items'][number];
type Result = PlacedOrderView['items'][number];

/** A line on its way: refused already, or with the person it is for. */
interface Line {
  readonly index: number;
  readonly item: Item;
  readonly personId: string | null;
  readonly refusal: { readonly code: string; readonly from?: string } | null;
}

interface Sought {
  readonly item: Item;
  readonly facts: NationalIdFacts;
  /** Number → person.id. */
  readonly known: Map<string, string>;
}

type Rules = Pick<LineFacts, 'scheme' | 'today' | 'settings'>;

const startOf = ({ startOn }: Item): LocalDate | null => (startOn as LocalDate | undefined) ?? null;

const UNIT =
  'select id::text, coalesce(parent_id, id)::text as main_id from organisation where org_number = $1';
const ORDERER_NAME = 'select client_orderer_name($1) as name';
const ISSUER = 1;

export class MachineOrderService {
  constructor(private readonly parts: MachineOrderParts) {}

  /** @throws AppError VALIDATION_FAILED, ORDERER_NOT_ALLOWED; a line that is refused takes no other with it */
  async place({ db, once, language }: MachineCall, body: PlaceOrderBody): Promise<PlacedOrderView> {
    const unit = await this.#unit(db, body.unit);
    const firmDb = db.principal.machine?.firmId ? db : this.parts.forFirm(db, unit.main_id);
    return once(firmDb, () => firmDb.transaction(tx => this.#place(tx, unit, { body, language })));
  }

  /** @returns person.id. @throws AppError VALIDATION_FAILED, ORDERER_NOT_ALLOWED */
  async requireOrderer(
    tx: Tx,
    unitId: string,
    { orderer, scheme }: Pick<PlaceOrderBody, 'orderer'> & { scheme: PlaceOrderBody['scheme'] | null },
  ) {
    const parsed = this.#parse(orderer.nationalId);
    if (!parsed.ok) throw invalid({ 'orderer.nationalId': parsed.code });
    const personId = (await findPersons(tx, this.parts.keys, [parsed.number])).get(parsed.number);
    if (!personId) throw new AppError('ORDERER_NOT_ALLOWED', { fault: 'NO_ROLE_OR_DELEGATION' });
    const day = osloDate(this.parts.clock.now());
    const { basis, roleCode } = await requireOrderer(tx, { firm: unitId, personId, day, scheme });
    return { personId, role: basis === 'ROLE' ? roleCode : null };
  }

  /** Another firm's unit is like one that does not exist. */
  async #unit(db: Db, typed: string): Promise<Unit> {
    const parsed = parseOrgNumber(typed, this.parts.config.production ? 'production' : 'test');
    if (!parsed.ok) throw invalid({ unit: parsed.code });
    const [unit] = await db.read<Unit & Record<string, unknown>>(UNIT, [parsed.number]);
    const firmId = db.principal.machine?.firmId;
    if (!unit || (firmId && firmId !== unit.main_id)) throw invalid({ unit: 'UNKNOWN' });
    return unit;
  }

  async #place(
    tx: Tx,
    unit: Unit,
    { body, language }: { body: PlaceOrderBody; language: Language },
  ): Promise<PlacedOrderView> {
    const { scheme, orderer, payment, customerReference = null, delivery = null, ...asked } = body;
    const { uploadLinks = false, vatDeclared = false } = asked;
    const at = this.parts.clock.now();
    const by = await this.requireOrderer(tx, unit.id, { orderer, scheme });
    const name = (await tx.one<{ name: string }>(ORDERER_NAME, [by.personId]))?.name ?? '';
    const lines = await this.#lines(tx, body, osloDate(at));
    const taken = lines.filter(({ personId }) => personId !== null);
    const order = {
      organisationId: ISSUER,
      ...{ unitId: unit.id, mainUnitId: unit.main_id, channel: 'API' as const, at },
      ...{ scheme, payment, customerReference, delivery, uploadLinks, vatDeclared },
      orderer: { ...by, name, email: orderer.email, language: orderer.language },
      lines: taken.map(newLine),
    } as const;
    const placed = await placeOrder(tx, order, this.parts);
    const results = new Map(taken.map(({ index }, n) => [index, placed.lines[n]]));
    return {
      number: placed.number,
      items: lines.map(line => resultOf(line, results.get(line.index), language)),
    };
  }

  /** Who each line is for. Nobody is added for a line that will be refused. */
  async #lines(tx: Tx, { items, scheme }: PlaceOrderBody, today: LocalDate): Promise<Line[]> {
    const settings = await settingsOn(tx, today, scheme);
    const parsed = items.map(({ nationalId }) => this.#parse(nationalId));
    const known = await findPersons(tx, this.parts.keys, [
      ...new Set(parsed.flatMap(one => (one.ok ? [one.number] : []))),
    ]);
    const lines: Line[] = [];
    for (const [index, item] of items.entries()) {
      const facts = parsed[index] as NationalIdResult;
      const found = facts.ok
        ? await this.#person(tx, { item, facts, known }, { scheme, today, settings })
        : { personId: null, refusal: { code: facts.code } };
      lines.push({ index, item, ...found });
    }
    return lines;
  }

  async #person(
    tx: Tx,
    { item, facts, known }: Sought,
    rules: Rules,
  ): Promise<Pick<Line, 'personId' | 'refusal'>> {
    const there = known.get(facts.number);
    if (there) return { personId: there, refusal: null };
    const answer = canOrderLine({ ...rules, startOn: startOf(item), card: null, underWay: false });
    if (!answer.ok) return { personId: null, refusal: answer.fault };
    const personId = await addPerson(tx, this.parts.keys, { ...item, facts });
    known.set(facts.number, personId);
    return { personId, refusal: null };
  }

  #parse(number: string): NationalIdResult {
    return parseNationalId(number, this.parts.config.production ? 'production' : 'test');
  }
}

const newLine = ({ item, personId }: Line): NewLine => ({
  personId: personId ?? '',
  startOn: startOf(item),
  postedWorker: item.postedWorker ?? false,
});

function resultOf({ index, refusal }: Line, placed: PlacedLine | undefined, language: Language): Result {
  const fault = refusal ?? placed?.fault ?? null;
  if (!fault) return { index, line: placed?.line ?? null, status: 'PLACED', code: null, text: null };
  const from = 'from' in fault ? fault.from : undefined;
  return {
    index,
    line: null,
    status: 'REFUSED',
    code: fault.code,
    text: lineText(fault.code, language, from),
  };
}
