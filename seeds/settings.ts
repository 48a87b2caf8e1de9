/** Two changes of the rules for the demo: a new price that is coming, and a proposal that waits for the other administrator. */
import type pg from 'pg';
import { addDays, osloDate } from '../server/src/platform/calendar/calendar.ts';

const INSERT = `insert into scheme_setting (key, scheme, value, valid_from, grounds, proposed_by, proposed_at, approved_by, approved_at)
select $1, $2, $3, $4, $5, p.id, $6::timestamptz - interval '3 days', a.id, case when a.id is not null then $6::timestamptz - interval '2 days' end
from staff_user p left join staff_user a on a.name = $8 where p.name = $7`;

export async function seedSettings(client: pg.Client, now: Date): Promise<void> {
  const today = osloDate(now);
  const newYear = `${Number(today.slice(0, 4)) + 1}-01-01`;
  const price = ['cardPriceOre', null, '132.90', newYear, 'Ny avtale med utstederen', now];
  await client.query(INSERT, [...price, 'Astrid Jakobsen', 'Vidar Lunde']);
  const link = [
    'uploadLinkHours',
    'CLEANING',
    '168',
    addDays(today, 30),
    'Skiftarbeid: mange rekker ikke fristen',
    now,
  ];
  await client.query(INSERT, [...link, 'Vidar Lunde', null]);
}
