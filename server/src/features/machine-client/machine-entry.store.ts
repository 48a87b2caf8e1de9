/** Who a token belongs to, asked at every request: a client that is switched off, or has lost a scope, is so at its next one. */

import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { ANONYMOUS, type MachineKind, type Principal } from '../../platform/db/principal.ts';
import { accessTokenHash } from './client-secret.ts';

interface Found {
  id: string;
  name: string;
  kind: MachineKind;
  firm_id: string | null;
  scopes: string[];
}

const ENTER = `with found as (
  select c.id, c.name, c.kind, c.firm_id, array(select unnest(t.scopes) intersect select unnest(c.scopes) order by 1) as scopes
  from machine_token t join machine_client c on c.id = t.client_id where t.hash = $1 and t.expires_at > $2 and c.active),
used as (
  insert into machine_usage as u (client_id, day, requests, last_at) select id, $3, 1, $2 from found
  on conflict (client_id, day) do update set requests = u.requests + 1, last_at = excluded.last_at)
select * from found`;

/** @returns null for a token that is unknown, too old, or of a client that is switched off */
export async function findMachine(door: Db, token: string, clock: Clock): Promise<Principal | null> {
  const now = clock.now();
  const [found] = await door.read<Found>(ENTER, [accessTokenHash(token), now, osloDate(now)]);
  if (!found) return null;
  const { id: clientId, name, kind, firm_id: firmId, scopes } = found;
  return { ...ANONYMOUS, kind: 'machine', name, roles: scopes, machine: { clientId, kind, firmId } };
}
