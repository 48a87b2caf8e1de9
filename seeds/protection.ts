/** Rows about protected persons go where they belong when all is there, in one go, and not row by row. */
import type pg from 'pg';

const EACH = (verb: string) => `do $$
declare t regclass;
begin
  for t in select tgrelid::regclass from pg_trigger where tgname = 'withhold' and tgrelid <> 'person'::regclass loop
    execute format('alter table %s ${verb} trigger withhold', t);
  end loop;
end $$`;

export const pauseProtection = (client: pg.Client) => client.query(EACH('disable'));

export async function resumeProtection(client: pg.Client): Promise<void> {
  // What moves leaves one queue's count and enters another's.
  await client.query('alter table desk_case enable trigger count_queue_day');
  await client.query('select follow_protection(id) from person where restricted');
  await client.query(EACH('enable'));
}
