import { type AuditResult, serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, startDesk } from '../support/desk.ts';

const NO_GET = 'GET is refused: only POST with application/json is safe from other sites';
/** What the specification allows (MAY) and we do not do. All it demands or recommends is done. */
const LEFT_OUT: Readonly<Record<string, string>> = { '5A70': NO_GET, D6D5: NO_GET, '6A70': NO_GET };

let desk: Desk;
let results: AuditResult[];
beforeAll(async () => {
  desk = await startDesk();
  const audits = serverAudits({ url: `${desk.url}/graphql`, fetchFn: fetch });
  results = await Promise.all(audits.map(audit => audit.fn()));
});
afterAll(() => desk.stop());

const line = ({ id, name, status }: AuditResult) =>
  `${status.padEnd(6)} ${id} ${name}${LEFT_OUT[id] ? ` (${LEFT_OUT[id]})` : ''}`;

test('the server does all that GraphQL over HTTP demands and recommends', () => {
  console.log(results.map(line).join('\n'));
  const binding = results.filter(({ name }) => /^(MUST|SHOULD)/.test(name));
  expect(binding.filter(({ name }) => name.startsWith('MUST'))).toHaveLength(13);
  expect(binding.filter(({ status }) => status !== 'ok').map(line)).toEqual([]);
  const left = results.filter(({ status }) => status !== 'ok').map(({ id }) => id);
  expect(left.sort()).toEqual(Object.keys(LEFT_OUT).sort());
});
