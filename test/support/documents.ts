/** Papers over HTTP, as the console sends and opens them. */
import type { Client } from './client.ts';

const SEEN = 'seen { firstAt lastAt by { id name initials } }';
const FIELDS = `caseId handedOver mayAdd mayOpen documents { id kind title receivedOn channel addedAt addedBy { id name }
  struck { at reason by { id } } versions { id version mediaType bytes pages sha256 addedAt ${SEEN} } }`;

export const DOCUMENTS = `query CaseDocuments($caseId: EntityId!) { caseDocuments(caseId: $caseId) { ${FIELDS} } }`;
export const STRIKE = `mutation StrikeDocument($input: StrikeDocumentInput!) { strikeDocument(input: $input) { ${FIELDS} } }`;

/** What a paper is when a test does not say. */
export const PAPER = { kind: 'MARRIAGE_CERTIFICATE', receivedOn: '2026-11-16', channel: 'LETTER' } as const;

export function putPaper(
  client: Client,
  caseId: string,
  { bytes, ...about }: { bytes: Buffer } & Record<string, unknown>,
): Promise<Response> {
  const told = encodeURIComponent(JSON.stringify({ ...PAPER, ...about }));
  return client.fetch(`/files/cases/${caseId}/documents`, put(bytes, { 'document-about': told }));
}

export const putVersion = (client: Client, documentId: string, bytes: Buffer): Promise<Response> =>
  client.fetch(`/files/documents/${documentId}/versions`, put(bytes));

export const open = (client: Client, versionId: string, copy: 'display' | 'original'): Promise<Response> =>
  client.fetch(`/files/documents/${versionId}/${copy}`);

const put = (bytes: Buffer, more: Record<string, string> = {}): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'application/octet-stream', ...more },
  body: new Uint8Array(bytes),
});
