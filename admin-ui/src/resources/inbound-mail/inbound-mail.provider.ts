import { request } from '../../graphql/client.ts';
import type { EnumOf, VariablesOf } from '../../graphql/graphql.ts';
import {
  discardInboundMailMutation,
  fileInboundMailMutation,
  inboundMailQuery,
  inboundMailsQuery,
  inboundMailTargetsQuery,
  refuseInboundMailMutation,
} from './inbound-mail.documents.ts';

export type InboundMailState = EnumOf<'InboundMailState'>;
type InputOf<Document> = VariablesOf<Document> extends { input: infer Input } ? Input : never;

interface Asked {
  state: InboundMailState;
  first: number;
  after: string | null;
}

export async function listInboundMail({ state, first, after }: Asked, signal: AbortSignal) {
  return (await request(inboundMailsQuery, { state, page: { first, after } }, { signal })).inboundMails;
}

export async function getInboundMail(id: string, signal: AbortSignal) {
  return (await request(inboundMailQuery, { id }, { signal })).inboundMail;
}

/** Applications of firms whose number has this in it. */
export async function findTargets(text: string, signal: AbortSignal) {
  return (await request(inboundMailTargetsQuery, { text }, { signal })).inboundMailTargets;
}

export async function fileInboundMail(input: InputOf<typeof fileInboundMailMutation>) {
  return (await request(fileInboundMailMutation, { input })).fileInboundMail;
}

export async function refuseInboundMail(input: InputOf<typeof refuseInboundMailMutation>) {
  return (await request(refuseInboundMailMutation, { input })).refuseInboundMail;
}

export async function discardInboundMail(input: InputOf<typeof discardInboundMailMutation>) {
  return (await request(discardInboundMailMutation, { input })).discardInboundMail;
}
