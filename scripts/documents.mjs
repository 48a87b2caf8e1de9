/** Lists the console's GraphQL documents for the server, which answers no others in production: SHA-256 of the text as it is sent → name and text. `--check` only looks whether every document is found. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesBelow, root } from './lib.mjs';

const FILE = join(root, 'server/dist/documents.json');
const MAKER = 'admin-ui/src/graphql/graphql.ts';
const HOMES = /(\.documents|graphql\/fragments)\.ts$/;
const CALL = /\bgraphql\(/g;
const LITERAL = /\bgraphql\(\s*`([^`]*)`/g;
const OPERATION = /^\s*(?:query|mutation|subscription)\b\s*(\w*)/;

const sources = filesBelow('admin-ui/src').filter(
  file => /\.tsx?$/.test(file) && !/\.(test|d)\.ts$/.test(file) && relative(root, file) !== MAKER,
);

/** Names of all operations written anywhere in the console. @throws Error where one would escape the list */
function writtenIn(file) {
  const text = readFileSync(file, 'utf8');
  const at = relative(root, file);
  const texts = [...text.matchAll(LITERAL)].map(match => match[1]);
  if ([...text.matchAll(CALL)].length !== texts.length)
    throw new Error(`${at}: graphql(…) takes one plain template text, so that every document can be listed.`);
  if (texts.length > 0 && !HOMES.test(file))
    throw new Error(
      `${at}: documents live in *.documents.ts, where the list of trusted documents finds them.`,
    );
  return texts.map(one => OPERATION.exec(one)).flatMap(found => (found ? [nameOrFail(found[1], at)] : []));
}

function nameOrFail(name, at) {
  if (!name) throw new Error(`${at}: an operation without a name; logs and the audit know it by its name.`);
  return name;
}

const operationOf = document => document.definitions.find(d => d.kind === 'OperationDefinition');

/** What the console's own modules export, printed by the console's own function. */
async function exportedDocuments() {
  const { documentText } = await import(
    pathToFileURL(join(root, 'admin-ui/src/graphql/document-text.ts')).href
  );
  const found = [];
  for (const file of sources.filter(one => HOMES.test(one))) {
    for (const value of Object.values(await import(pathToFileURL(file).href))) {
      const name = value?.kind === 'Document' ? operationOf(value)?.name?.value : undefined;
      if (name) found.push([name, documentText(value)]);
    }
  }
  return found;
}

const written = sources.flatMap(writtenIn);
const documents = await exportedDocuments();
const listed = new Set(documents.map(([name]) => name));
const missing = written.filter(name => !listed.has(name));
const twice = [...listed].filter(name => documents.filter(([other]) => other === name).length > 1);
if (missing.length > 0)
  throw new Error(`Not exported, so not among the trusted documents: ${missing.join(', ')}`);
if (twice.length > 0) throw new Error(`Two documents of one name: ${twice.join(', ')}`);

if (!process.argv.includes('--check')) {
  const hash = text => createHash('sha256').update(text).digest('hex');
  const list = documents.sort().map(([name, text]) => [hash(text), { name, text }]);
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(list), null, 1)}\n`);
}
