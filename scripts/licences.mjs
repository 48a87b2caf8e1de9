/** Every installed library must carry a licence we may ship under; part of `pnpm check`, answered from the parts list. */
import { pathToFileURL } from 'node:url';
import { readSbom } from './sbom.mjs';

const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'MPL-2.0', 'WTFPL'],
  // As permissive as MIT, written by lawyers; and fonts.
  ...['BlueOak-1.0.0', 'OFL-1.1'],
]);

/** Looked at by hand. An entry nobody needs any more is a fault too. */
const EXCEPTIONS = {
  '@img/sharp-libvips':
    'LGPL-3.0: a shared library of its own, linked at run time, unchanged and replaceable',
  'png-js': 'names no licence in its package file; its LICENSE file is the MIT text',
  'css-mediaquery': 'says "BSD" where the list knows BSD-3-Clause; its LICENSE file is that text',
};

const nameOf = ({ group, name }) => (group ? `${group}/${name}` : name);
const licenceOf = ({ licenses = [] }) =>
  licenses.map(entry => entry.expression ?? entry.license?.id ?? entry.license?.name).join(' AND ') || 'none';

/** "A OR B" leaves a choice, "A AND B" binds to both; what mixes them is for a person to read. */
function isAllowed(licence) {
  const names = licence.replace(/[()]/g, '').split(/ (?:OR|AND) /);
  if (!licence.includes(' AND ')) return names.some(name => ALLOWED.has(name));
  return !licence.includes(' OR ') && names.every(name => ALLOWED.has(name));
}

/** @returns one sentence per fault; an empty list when all is well */
export function licenceFaults(components, exceptions = EXCEPTIONS) {
  const used = new Set();
  const excepted = name => {
    const key = Object.keys(exceptions).find(known => name === known || name.startsWith(`${known}-`));
    if (key) used.add(key);
    return key !== undefined;
  };
  const faults = components
    .filter(part => !isAllowed(licenceOf(part)) && !excepted(nameOf(part)))
    .map(part => `${nameOf(part)} ${part.version} is under "${licenceOf(part)}", which is not on the list`);
  const unused = Object.keys(exceptions)
    .filter(name => !used.has(name))
    .map(name => `the exception for ${name} is not needed any more: take it out`);
  return [...faults, ...unused];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { components } = await readSbom();
  const faults = components.length > 100 ? licenceFaults(components) : ['the parts list is all but empty'];
  for (const fault of faults) console.error(fault);
  process.exit(faults.length === 0 ? 0 : 1);
}
