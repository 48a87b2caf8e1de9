/** The rules as the administrator's page shows them: what holds on a day, what is coming, who proposed and approved what. */
import type { Access } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { Scheme } from '../order/order.enums.ts';
import { type ChangeRow, changesOf, shownChange } from '../proposed-change/proposed-change.readmodel.ts';
import type { SettingKey } from './setting.catalogue.ts';
import { SETTING_ROWS } from './setting.readmodel.ts';
import {
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

type Row = ChangeRow & Pick<SettingChangeType, 'key' | 'scheme' | 'value'>;

const CHANGES = changesOf(
  'select * from scheme_setting order by id desc limit 200',
  's.key, s.scheme, s.value',
);

const EVERYWHERE = [null, ...Object.values(Scheme)];

export class SettingPageReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** @param on null: today */
  async page(db: Db, on: LocalDate | null): Promise<SchemeSettingsType> {
    const day = on ?? osloDate(this.parts.clock.now());
    const [rows = [], changes = []] = await db.readAll<SettingRow & Row>([
      [SETTING_ROWS, []],
      [CHANGES, []],
    ]);
    const told = shownChange(this.parts, db, 'setting');
    return {
      day,
      settings: SETTING_KEYS.map(key => shown(key, rows, day)),
      changes: changes
        .filter(({ key }) => isSettingKey(key))
        .map(row => {
          const { key, scheme, value } = row;
          return { ...told(row), key, scheme, value };
        }),
    };
  }
}

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
