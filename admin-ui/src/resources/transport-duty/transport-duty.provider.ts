import { request } from '../../graphql/client.ts';
import type { EnumOf } from '../../graphql/graphql.ts';
import { type DutyQuestion, transportDutyQuery } from './transport-duty.documents.ts';

export async function askDuty(
  question: { input: DutyQuestion; language: EnumOf<'Language'> },
  signal: AbortSignal,
) {
  return (await request(transportDutyQuery, question, { signal })).transportDuty;
}
