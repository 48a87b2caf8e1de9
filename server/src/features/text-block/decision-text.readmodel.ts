/** The texts and the law of decisions as the console shows them: what holds on a day, and every version there has been or is to be. */
import type { QueryResultRow } from 'pg';
import type { Access } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { type ChangeRow, changesOf, shownChange } from '../proposed-change/proposed-change.readmodel.ts';
import type { DecisionTextKind } from './decision-text.enums.ts';
import type {
  DecisionTextCatalogueType,
  DecisionTextHistoryType,
  DecisionTextType,
} from './decision-text.type.ts';
import { STATUTES, TEXT_BLOCKS } from './text-block.readmodel.ts';
import { type StatuteRow, statutesOf, type TextBlockRow, textsOn } from './text-block.rules.ts';

type Row = TextBlockRow & StatuteRow & TextChangeRow & QueryResultRow;
interface TextChangeRow extends ChangeRow {
  readonly said: DecisionTextType;
  readonly before: DecisionTextType | null;
}

const common = (
  alias: string,
) => `'id', ${alias}.id::text, 'code', ${alias}.code, 'validFrom', ${alias}.valid_from,
  'exceptionCodes', ${alias}.exception_codes, 'outcomes', ${alias}.outcomes`;
const ground = (alias: string) =>
  `json_build_object('kind', 'GROUND', ${common(alias)}, 'version', ${alias}.version, 'validTo', null, 'source', null,
  'label', ${alias}.label, 'text', ${alias}.text)`;
const statute = (alias: string) =>
  `json_build_object('kind', 'STATUTE', ${common(alias)}, 'version', null, 'validTo', ${alias}.valid_to, 'source', ${alias}.source,
  'label', ${alias}.citation, 'text', ${alias}.title)`;

const DECIDED =
  'id, valid_from, grounds, proposed_by, proposed_at, approved_by, approved_at, withdrawn_by, withdrawn_at, withdrawn_reason';
/** With what held, or was to hold, the day before it begins. */
const changes = (table: 'text_block' | 'statute', said: (alias: string) => string) => `select ${DECIDED.split(
  ', ',
)
  .map(column => `t.${column}`)
  .join(', ')}, t.said, (select ${said('b')} from ${table} b
    where b.code = t.code and b.valid_from < t.valid_from and (b.proposed_by is null or b.approved_at is not null) and b.withdrawn_at is null
    order by b.valid_from desc limit 1) as before
from (select c.*, ${said('c')} as said from ${table} c where c.proposed_by is not null and ($1::text is null or c.code = $1)
  order by c.id desc limit 30) t`;

const CHANGES: Readonly<Record<DecisionTextKind, string>> = {
  GROUND: changesOf(changes('text_block', ground), 's.said, s.before'),
  STATUTE: changesOf(changes('statute', statute), 's.said, s.before'),
};
const BORN: Readonly<Record<DecisionTextKind, string>> = {
  GROUND: `select ${ground('t')} as said from text_block t where t.proposed_by is null and t.code = $1 order by t.valid_from desc limit 20`,
  STATUTE: `select ${statute('t')} as said from statute t where t.proposed_by is null and t.code = $1 order by t.valid_from desc limit 20`,
};

export class DecisionTextReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @param on null: today */
  async page(db: Db, on: LocalDate | null): Promise<DecisionTextCatalogueType> {
    const day = on ?? osloDate(this.parts.clock.now());
    const [blocks = [], law = []] = await db.readAll<Row>([
      [TEXT_BLOCKS, []],
      [STATUTES, []],
    ]);
    return { day, texts: [...textsOn(blocks, day).map(ofBlock), ...statutesOf(law, day).map(ofLaw)] };
  }

  /** What is coming, of every text of its kind. */
  async changes(db: Db, kind: DecisionTextKind): Promise<DecisionTextHistoryType> {
    return { born: [], changes: this.#told(db, await db.read<TextChangeRow>(CHANGES[kind], [null])) };
  }

  async history(db: Db, kind: DecisionTextKind, code: string): Promise<DecisionTextHistoryType> {
    const [born = [], found = []] = await db.readAll<Row>([
      [BORN[kind], [code]],
      [CHANGES[kind], [code]],
    ]);
    return { born: born.map(({ said }) => said), changes: this.#told(db, found) };
  }

  #told(db: Db, rows: readonly TextChangeRow[]) {
    const told = shownChange(this.parts, db, 'catalogue');
    return rows.map(row => ({ ...told(row), text: row.said, before: row.before }));
  }
}

type Said = Pick<DecisionTextType, 'exceptionCodes' | 'outcomes'>;

function ofBlock({ id, code, version, validFrom, label, text, ...fits }: TextBlockRow): DecisionTextType {
  const { exceptionCodes, outcomes } = fits as Said;
  const said = { id, code, version, validFrom, label, text, exceptionCodes, outcomes };
  return { kind: 'GROUND', ...said, validTo: null, source: null };
}

function ofLaw({
  id,
  code,
  validFrom,
  validTo,
  citation,
  title,
  source,
  ...fits
}: StatuteRow): DecisionTextType {
  const { exceptionCodes, outcomes } = fits as Said;
  const said = { id, code, validFrom, validTo, source, exceptionCodes, outcomes };
  return { kind: 'STATUTE', ...said, version: null, label: citation, text: title };
}
