/** The rules as the administrator's page shows them: what holds on a day, what is coming, who proposed and approved what. */
import type { Access } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { Scheme } from '../order/order.enums.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { SettingKey } from './setting.catalogue.ts';
import { allowedActions } from './setting.policy.ts';
import { SETTING_ROWS } from './setting.readmodel.ts';
import {
  changeState,
  definitionOf,
  historyOf,
  isSettingKey,
  SETTING_KEYS,
  type SettingRow,
  type Standing,
  standingOn,
  writeValue,
} from './setting.rules.ts';
import type {
  SchemeSettingsType,
  SchemeSettingType,
  SettingChangeType,
  SettingStandingType,
} from './setting.type.ts';

interface PersonRow {
  id: string;
  name: string;
}
interface ChangeRow
  extends Omit<SettingChangeType, 'state' | 'proposedBy' | 'approvedBy' | 'withdrawnBy' | 'allowedActions'> {
  proposedBy: PersonRow;
  approvedBy: PersonRow | null;
  withdrawnBy: PersonRow | null;
}

const person = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id::text, 'name', ${alias}.name) end`;
const CHANGES = `select s.id::text, s.key, s.scheme, s.value, s.valid_from::text as "validFrom", s.grounds,
  ${person('p')} as "proposedBy", s.proposed_at as "proposedAt", ${person('a')} as "approvedBy", s.approved_at as "approvedAt",
  ${person('w')} as "withdrawnBy", s.withdrawn_at as "withdrawnAt", s.withdrawn_reason as "withdrawnReason"
from (select * from scheme_setting order by id desc limit 200) s join staff_user p on p.id = s.proposed_by
left join staff_user a on a.id = s.approved_by left join staff_user w on w.id = s.withdrawn_by order by s.id desc`;

const EVERYWHERE = [null, ...Object.values(Scheme)];

export class SettingPageReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @param on null: today */
  async page(db: Db, on: LocalDate | null): Promise<SchemeSettingsType> {
    const today = osloDate(this.parts.clock.now());
    const day = on ?? today;
    const [rows = [], changes = []] = await db.readAll<SettingRow & ChangeRow>([
      [SETTING_ROWS, []],
      [CHANGES, []],
    ]);
    return {
      day,
      settings: SETTING_KEYS.map(key => shown(key, rows, day)),
      changes: changes.filter(({ key }) => isSettingKey(key)).map(row => this.#change(db, row, today)),
    };
  }

  #change(db: Db, row: ChangeRow, today: LocalDate): SettingChangeType {
    const { validFrom, approvedAt, withdrawnAt, proposedBy, approvedBy, withdrawnBy } = row;
    const facts = { validFrom, approved: approvedAt !== null, withdrawn: withdrawnAt !== null, today };
    const state = changeState(facts);
    return {
      ...row,
      state,
      proposedBy: withInitials(proposedBy),
      approvedBy: approvedBy && withInitials(approvedBy),
      withdrawnBy: withdrawnBy && withInitials(withdrawnBy),
      allowedActions: allowedActions(this.parts.access, db.principal, {
        of: 'setting',
        state,
        proposedBy: proposedBy.id,
      }),
    };
  }
}

const withInitials = (someone: PersonRow) => ({ ...someone, initials: initialsOf(someone.name) });

function shown(key: SettingKey, rows: readonly SettingRow[], day: LocalDate): SchemeSettingType {
  const definition = definitionOf(key);
  const { area, kind, unit = null, source, perScheme = false } = definition;
  const history = historyOf(key, rows);
  const written = ({ id, value, ...standing }: Standing): SettingStandingType => ({
    ...standing,
    changeId: id,
    value: writeValue(definition, value),
  });
  const holds = EVERYWHERE.map(scheme => ({ scheme, standing: standingOn(history, day, scheme) }))
    .filter(({ scheme, standing }) => standing?.scheme === scheme)
    .flatMap(({ standing }) => (standing ? [written(standing)] : []));
  const bounds = 'least' in definition ? definition : { least: null, most: null };
  const born = history.filter(({ id }) => id === null).map(written);
  return { key, area, kind, unit, source, perScheme, least: bounds.least, most: bounds.most, holds, born };
}
