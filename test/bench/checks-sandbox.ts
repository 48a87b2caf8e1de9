/** The register sandbox as a process: says on one line where the desk's file about it is, and ends with its input. */
import { readFile } from 'node:fs/promises';
import { startSandbox } from '../support/registers.ts';

const [, , world = '', limits = '{}'] = process.argv;
const sandbox = await startSandbox({
  world: JSON.parse(await readFile(world, 'utf8')),
  limits: JSON.parse(limits),
  tokenSeconds: 3_600,
});
console.log(sandbox.file);
process.stdin.resume().once('end', () => void sandbox.stop().then(() => process.exit(0)));
