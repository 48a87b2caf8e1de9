/** Upload links for tests, and what an employee does with one. */
import { createUploadLink } from '../../server/src/features/upload/upload-link.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import type { Desk } from './desk.ts';
import {
  createCase,
  createOrderItem,
  type NewCase,
  type NewCaseIds,
  type NewOrderItem,
} from './factories.ts';
import { picture } from './pictures.ts';

/** A case whose order waits for its first images. */
export async function createWaitingCase(
  desk: Desk,
  { item = {}, ...given }: NewCase & { item?: NewOrderItem } = {},
): Promise<NewCaseIds> {
  const orderItem = await createOrderItem(desk, { imageRequirement: 'AWAITING_UPLOAD', ...item });
  return createCase(desk, { status: 'AWAITING_UPLOAD', ...given, orderItem });
}

/** @returns the token; the link was made `now` */
export async function createLink(
  desk: Desk,
  caseId: string,
  { now = new Date(), channel = 'LINK' as 'LINK' | 'LETTER', createdBy = null as string | null } = {},
): Promise<string> {
  const keys = loadKeys(desk.config.KEYS_FILE, desk.config.dataDir);
  const query = async (text: string, values: readonly unknown[] = []) =>
    (await desk.sql.query(text, [...values])).rows;
  const tx = {
    query,
    one: async (text: string, values?: readonly unknown[]) => (await query(text, values))[0] ?? null,
  };
  const about = { id: caseId, organisation_id: 1 };
  return (await createUploadLink(tx, keys, { case: about, channel, createdBy, now })).token;
}

export interface UploadAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of free shape in tests
  readonly body: any;
}

async function answerOf(response: Response): Promise<UploadAnswer> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

/** The public upload API, as the page calls it. */
export function uploadApi(desk: Desk, token: string) {
  const url = (rest = '') => `${desk.url}/uploads/${token}${rest}`;
  return {
    page: async () => answerOf(await fetch(url())),
    put: async (part: string, bytes: Buffer, type = 'image/jpeg') =>
      answerOf(
        await fetch(url(`/${part}`), {
          method: 'PUT',
          body: new Uint8Array(bytes),
          headers: { 'content-type': type },
        }),
      ),
    remove: async (part: string) => answerOf(await fetch(url(`/${part}`), { method: 'DELETE' })),
    submit: async (headgearExemption = false) =>
      answerOf(
        await fetch(url('/submit'), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ headgearExemption }),
        }),
      ),
  };
}

/** A pair that has really been uploaded, bytes and all, and awaits review. */
export async function uploadPair(desk: Desk, caseId: string): Promise<void> {
  const api = uploadApi(desk, await createLink(desk, caseId));
  const image = await picture();
  await api.put('photo', image);
  await api.put('id', image);
  await api.submit();
}
