import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SETTINGS } from '../server/src/config.ts';

const text = readFileSync(fileURLToPath(new URL('../docs/security.md', import.meta.url)), 'utf8');
const section = (heading: string) => text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

test.each([
  ['Data', ['national ID number', 'photo, ID document', 'protected address']],
  ['Input', ['platform/graphql/scalars.ts', 'mail address', 'What belongs together']],
  ['Limits', ['kept off the request', '256 kB']],
  ['Files', ['JPEG and PNG', 'quarantine', 'closes? the link|close the link']],
  ['Signing in', ['OpenID Connect', 'locked out', 'fresh sign-in']],
  ['Sessions', ['NIST SP 800-63B', 'several sessions', 'back-channel logout']],
  ['Rights', ['policy.csv', 'row security']],
  ['Keys', ['HKDF-SHA-256', 'Ed25519', 'replacement a year']],
  ['What it talks to', ['DATABASE_URL', 'SMTP_URL', 'identity provider']],
  ['Libraries', ['within 2 days', 'once a month', 'CycloneDX']],
  ['Logs', ['technical', 'audit log', 'metrics', '90 days']],
] as const)('the written rules say what holds: %s', (heading, words) => {
  for (const word of words) expect(section(heading)).toMatch(new RegExp(word));
});

test('each number in the table of limits is the one in the code', () => {
  const rows = [...section('Limits').matchAll(/^\| `([A-Z_]+)` \| (\S+) \|$/gm)];
  expect(rows.length).toBeGreaterThan(5);
  for (const [, name, value] of rows) {
    expect(`${name} ${SETTINGS[name as keyof typeof SETTINGS]?.default}`).toBe(`${name} ${value}`);
  }
});

test('the lengths of a session in words are those of the settings', () => {
  expect(section('Sessions')).toContain(
    `after ${SETTINGS.SESSION_IDLE_MINUTES.default} minutes without activity`,
  );
  expect(section('Sessions')).toContain(`after ${SETTINGS.SESSION_ABSOLUTE_HOURS.default} hours`);
});
