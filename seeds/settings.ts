/** Two changes of the rules for the demo: a new price that is coming, and a proposal that waits for the other administrator. */
import type pg from 'pg';
import { addDays, osloDate } from '../server/src/platform/calendar/calendar.ts';

const INSERT = `insert into scheme_setting (key, scheme, value, valid_from, grounds, proposed_by, proposed_at, approved_by, approved_at)
select $1, $2, $3, $4, $5, p.id, $6::timestamptz - interval '3 days', a.id, case when a.id is not null then $6::timestamptz - interval '2 days' end
from staff_user p left join staff_user a on a.name = $8 where p.name = $7`;

/** Who sells, as it stands on the demo's invoices. */
export const DEMO_SELLER = {
  issuerOrgNumber: '310078417',
  issuerAddress: 'Portveien 2, 0150 Oslo',
  issuerBankAccount: '15068012349',
  issuerEmail: 'faktura@kortservice.example',
} as const;

export async function seedSettings(client: pg.Client, now: Date): Promise<void> {
  const today = osloDate(now);
  for (const [key, value] of Object.entries(DEMO_SELLER))
    await client.query(INSERT, [
      ...[key, null, value, '2020-01-01', 'Fakturering fra kortsystemet', new Date('2019-12-20T10:00:00Z')],
      ...['Astrid Jakobsen', 'Vidar Lunde'],
    ]);
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
