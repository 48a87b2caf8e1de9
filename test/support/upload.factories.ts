/** Upload links for tests, and what an employee does with one. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createUploadLink, uploadToken } from '../../server/src/features/upload/upload-link.ts';
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

/** A case that waits for images, with a link made `now`, and its upload API. */
export async function openLink(
  desk: Desk,
  { now = new Date(), ...given }: Parameters<typeof createWaitingCase>[1] & { now?: Date } = {},
) {
  const waiting = await createWaitingCase(desk, given);
  const token = await createLink(desk, waiting.id, { now });
  return { ...waiting, token, api: uploadApi(desk, token) };
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

type UploadApi = ReturnType<typeof uploadApi>;

/** The newest live link of the case, as the mail would carry it. */
export async function newestLink(desk: Desk, caseId: string) {
  const sql =
    'select token_salt from upload_link where case_id = $1 and revoked_at is null order by id desc limit 1';
  const { rows } = await desk.sql.query(sql, [caseId]);
  return uploadApi(desk, uploadToken(loadKeys(undefined, desk.config.dataDir), rows[0]?.token_salt));
}

/** Both files, then the submission. */
export async function sendPair(api: UploadApi): Promise<UploadAnswer> {
  const image = await picture();
  await api.put('photo', image);
  await api.put('id', image);
  return api.submit();
}

/** The employee uses the link of the mail. */
export const uploadByMail = async (desk: Desk, caseId: string) => sendPair(await newestLink(desk, caseId));

/** Names of what is stored, below the folder of files. */
export async function filesOnDisk(desk: Desk): Promise<string[]> {
  const names = await readdir(join(desk.config.dataDir, 'files'), { recursive: true }).catch(() => []);
  return names.filter(name => /\.\w+$/.test(name));
}

/** A pair that has really been uploaded, bytes and all, and awaits review. */
export async function uploadPair(desk: Desk, caseId: string): Promise<void> {
  await sendPair(uploadApi(desk, await createLink(desk, caseId)));
}
