import { request } from '../../graphql/client.ts';
import type { EnumOf, VariablesOf } from '../../graphql/graphql.ts';
import {
  type MailRow,
  mailQuery,
  outboxQuery,
  retryMailMutation,
  settleMailMutation,
} from './outbox.documents.ts';

export type MailStatus = EnumOf<'MailStatus'>;

interface OutboxPage {
  status: MailStatus[] | null;
  first: number;
  after: string | null;
}

export async function listOutbox({ status, first, after }: OutboxPage, signal: AbortSignal) {
  return (await request(outboxQuery, { filter: { status }, page: { first, after } }, { signal })).outbox;
}

/** The letter as its reader gets it, as text. */
export async function getMail(id: string, signal: AbortSignal) {
  return (await request(mailQuery, { id }, { signal })).mail;
}

/** Tries a failed mail again. */
export async function retryMail({ id, version }: Pick<MailRow, 'id' | 'version'>) {
  return (await request(retryMailMutation, { id, expectedVersion: version })).retryMail;
}

/** Says of an uncertain mail whether it arrived; if not it is sent again. */
export async function settleMail(input: VariablesOf<typeof settleMailMutation>['input']) {
  return (await request(settleMailMutation, { input })).settleMail;
}
