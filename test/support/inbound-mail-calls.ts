/** Mail that came in, as rows, and situations in which the calls about it work. */
import { createApplication } from './application.factories.ts';
import type { Desk } from './desk.ts';
import { insert, next } from './insert.ts';
import type { WorkingCall } from './working-calls.ts';

export interface NewInboundMail {
  readonly state?: string;
  readonly personal?: boolean;
  readonly sender?: string;
  readonly organisation?: 1 | 2;
}

/** Nobody has sorted it; without its bytes. @returns inbound_mail.id */
export function createInboundMail(desk: Desk, given: NewInboundMail = {}): Promise<string> {
  const { state = 'TO_SORT', personal = false, sender = 'kari@firma.example', organisation = 2 } = given;
  const goes = state === 'TO_SORT' ? null : new Date(Date.now() + 86_400_000);
  return insert(desk, 'inbound_mail', {
    ...{
      organisation_id: organisation,
      message_id: `<prøve${next()}@firma.example>`,
      body_sha256: Buffer.alloc(32),
    },
    ...{ received_at: new Date(), sender, sender_name: 'Kari Regnskap', subject: 'Søknad', language: 'nb' },
    ...{ byte_count: 2_000, state, personal, delete_at: goes },
  });
}

/** Each from somebody else: a sender is answered once a day. */
const mail = async (desk: Desk) => ({
  id: await createInboundMail(desk, { sender: `kari${next()}@firma.example` }),
  expectedVersion: 1,
});
const caseworker = (input: object): WorkingCall => ({ who: 'caseworker', variables: { input } });

export const INBOUND_MAIL_CALLS: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  async fileInboundMail(desk) {
    const { caseId } = await createApplication(desk, { code: 'VAT_SVALBARD' });
    return caseworker({ ...(await mail(desk)), caseId });
  },
  refuseInboundMail: async desk => caseworker({ ...(await mail(desk)), language: 'nb' }),
  discardInboundMail: async desk => caseworker({ ...(await mail(desk)), reason: 'ADVERTISING' }),
};
