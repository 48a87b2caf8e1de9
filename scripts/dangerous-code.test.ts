import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, root } from './lib.mjs';

/** Every source file that runs for users, with its text; tests are not among them. */
const sources = filesBelow('server/src', 'admin-ui/src', 'seeds')
  .filter((file: string) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file))
  .map((file: string) => ({ file: relative(root, file), text: readFileSync(file, 'utf8') }));

interface Rule {
  readonly never: RegExp;
  /** Files looked at by hand. One that needs it no longer is a fault too. */
  readonly but?: readonly string[];
  /** Where it counts; everywhere unless said. */
  readonly within?: RegExp;
}

/** @returns the files in which it stands, without those that may; and those that may and do not */
function found({ never, but = [], within = /^/ }: Rule, among = sources): string[] {
  const hits = among
    .filter(({ file, text }) => within.test(file) && never.test(text))
    .map(({ file }) => file);
  return [
    ...hits.filter(file => !but.includes(file)),
    ...but.filter(file => !hits.includes(file)).map(file => `${file} is excepted for nothing`),
  ];
}

const RULES: Record<string, Rule> = {
  'no text is run as code': {
    never: /\beval\(|new Function\(|node:vm|\bimport\([^'"`)]/,
    // Finds the platform's own PostgreSQL package by its name.
    but: ['server/src/platform/db/pg-ctl.ts'],
  },
  'no command goes through a shell': { never: /\bexecSync?\(|shell:\s*true|spawn\([^,)]*\+/ },
  'no text is put into the page as markup': {
    never: /dangerouslySetInnerHTML|\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|document\.write(?!\.ts'|')/,
  },
  'no window talks to another': { never: /postMessage\(|addEventListener\('message'|jsonp/i },
  'no regular expression is made of what somebody typed': {
    never: /new RegExp\(/,
    but: [
      'server/src/platform/access/policy-lint.ts',
      'server/src/platform/mail/address.rules.ts',
      // Put together of the desk's own words, for what firms write; their time is tested to be linear.
      'server/src/features/invoice-query/invoice-query.rules.ts',
      'server/src/features/invoice-query/national-id-mask.rules.ts',
      'server/src/features/invoice-query/number-label.rules.ts',
      'server/src/features/invoice-query/wanted-reference.rules.ts',
    ],
  },
  'no weak hash, cipher or padding is asked for': {
    never: /createHash\('(?:md5|sha1|md4|ripemd)|'aes-\d+-(?:ecb|cbc)|\bdes-|rc4|RSA_PKCS1_PADDING/i,
  },
  'nothing secret is made of ordinary chance': {
    never: /Math\.random\(/,
    // Spreads out when mail, letters and EHF are tried again.
    but: [
      'server/src/features/correspondence/send-mail.service.ts',
      'server/src/features/correspondence/staff-notice.service.ts',
      'server/src/features/ehf/send-ehf.service.ts',
      'server/src/features/letter/send-letter.service.ts',
    ],
  },
  'no certificate goes unchecked': { never: /rejectUnauthorized:\s*false|NODE_TLS_REJECT_UNAUTHORIZED/ },
  'equality is strict': { never: /[^=!<>]==[^=]|!=[^=]/ },
  'connections go out from, and come in to, a few known places': {
    never:
      /^import (?!type |\{ isIP(?:v6)? \}).*from '(?:node:(?:net|tls|http|https|http2|dgram|dns)|undici|axios|nodemailer[^']*|smtp-server|openid-client)'|(?<![\w.#'`])fetch\(/m,
    within: /^server\//,
    but: [
      'server/src/features/sign-in/provider.http.ts', // OIDC_ISSUER
      'server/src/features/webhook/open-address.ts', // looks a receiver's address up, to refuse private networks
      'server/src/features/webhook/webhook-client.http.ts', // receivers an administrator has put in
      'server/src/features/sign-in/sign-in.routes.ts', // types of openid-client
      'server/src/main.ts', // the desk's own door, and the one for metrics
      'server/src/platform/db/embedded.ts', // a free port for its database
      'server/src/platform/mail/mailer.smtp.ts', // SMTP_URL
      'server/src/platform/mail/report-intake.ts', // reports of mail that comes back
      'server/src/platform/operation/traces.ts', // OTEL_EXPORTER_OTLP_ENDPOINT
      'server/src/platform/scan/virus-scanner.clamd.ts', // VIRUS_SCAN_URL
      'server/src/registers/http-client.ts', // REGISTERS_FILE
      'server/src/registers/sandbox/register.sandbox.ts', // the registers' stand-in, which no production server imports
    ],
  },
  'no parser of XML, YAML or foreign object formats is there': {
    never:
      /from '(?:node:v8|xml2js|fast-xml-parser|libxmljs[^']*|js-yaml|yaml|node-serialize|serialize-javascript)'/,
  },
};

/** Comments and texts aside: what is left is code. */
const codeOf = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|`[^`]*`|"(?:[^"\\\n]|\\.)*"/g, "''");

const code = sources.map(({ file, text }) => ({ file, text: codeOf(text) }));

test('the sources are looked at', () => {
  expect(sources.length).toBeGreaterThan(300);
});

test.each(Object.entries(RULES))('%s', (name, rule) => {
  expect(found(rule, name === 'equality is strict' ? code : sources)).toEqual([]);
});

test('a new place is named, and so is an exception that nobody needs', () => {
  const rule = { never: /Math\.random\(/, but: ['old.ts'] };
  const planted = [
    { file: 'old.ts', text: 'const x = 1;' },
    { file: 'new.ts', text: 'const token = Math.random();' },
  ];
  expect(found(rule, planted)).toEqual(['new.ts', 'old.ts is excepted for nothing']);
});
