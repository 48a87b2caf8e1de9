import { request } from '../../graphql/client.ts';
import { approvedFirmsQuery, firmStandingQuery, type RegisterAsk } from './firm-register.documents.ts';

export const listApprovedFirms = async (ask: RegisterAsk, signal?: AbortSignal) =>
  (await request(approvedFirmsQuery, ask, { signal })).approvedFirms;

/** Null: not in the register. */
export async function getStanding(
  register: RegisterAsk['register'],
  orgNumber: string,
  signal?: AbortSignal,
) {
  const { approvedFirms } = await request(firmStandingQuery, { register, orgNumber }, { signal });
  return approvedFirms.rows[0] ?? null;
}
