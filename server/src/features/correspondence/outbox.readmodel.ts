/** How far outgoing mail is behind, for those who watch over the server. */
import type { Db } from '../../platform/db/db.ts';
import type { OutboxState } from '../../platform/operation/readiness.ts';

const OPEN = ['QUEUED', 'SENDING', 'UNCERTAIN', 'FAILED', 'BOUNCED'] as const;

const STATE = `select status, count(*)::int as n,
  coalesce(extract(epoch from $1::timestamptz - min(send_after) filter (where status = 'QUEUED')), 0)::float8 as lag
from outbox_mail where status in (${OPEN.map(status => `'${status}'`).join(', ')}) group by status`;

interface Row {
  status: string;
  n: number;
  lag: number;
}

export async function outboxState(db: Db, now: Date): Promise<OutboxState> {
  const rows = await db.read<Row & Record<string, unknown>>(STATE, [now]);
  const count = (status: string) => rows.find(row => row.status === status)?.n ?? 0;
  return {
    lagSeconds: Math.max(0, ...rows.map(({ lag }) => Math.round(lag))),
    byStatus: Object.fromEntries(OPEN.map(status => [status, count(status)])),
  };
}
