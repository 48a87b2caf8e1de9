/** The rules of the scheme as they hold on a day: for every feature that judges an order, a card or a check. */
import type { QueryResultRow } from 'pg';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Scheme } from '../order/order.enums.ts';
import { type SettingRow, type Settings, settingsFrom } from './setting.rules.ts';

/** Everything that holds, held or will hold. For screens: one more statement of the trip they make anyway, then settingsFrom. */
export const SETTING_ROWS = `select id::text, key, scheme, value, valid_from::text as "validFrom" from scheme_setting
where approved_at is not null and withdrawn_at is null order by valid_from, id`;

/** A Db or a Tx. */
type Reader =
  | { query<R extends QueryResultRow>(text: string): Promise<R[]> }
  | { read<R extends QueryResultRow>(text: string): Promise<R[]> };

/** How long one request, or one run of a job, goes on with what it has read. */
const KEPT_MS = 5_000;

interface Kept {
  readonly rows: Promise<SettingRow[]>;
  readonly until: number;
}

/**
 * Kept with the request or transaction that read them and gone with it: no server holds what another has changed. A day that
 * has begun never gets other rules, so that even a run across midnight is late by seconds at most.
 */
const kept = new WeakMap<Reader, Kept>();

/** For jobs that judge many: read once, then settingsFrom for each item's day and scheme. */
export function settingRows(reader: Reader): Promise<SettingRow[]> {
  const now = performance.now();
  const known = kept.get(reader);
  if (known && now < known.until) return known.rows;
  const rows = 'read' in reader ? reader.read<Row>(SETTING_ROWS) : reader.query<Row>(SETTING_ROWS);
  kept.set(reader, { rows, until: now + KEPT_MS });
  rows.catch(() => kept.delete(reader));
  return rows;
}

type Row = SettingRow & QueryResultRow;

/** The rules of a day: for a case the day it was ordered, or began; without a scheme those that no scheme has its own of. */
export async function settingsOn(
  reader: Reader,
  day: LocalDate,
  scheme: Scheme | null = null,
): Promise<Settings> {
  return settingsFrom(await settingRows(reader), day, scheme);
}
