/** `tsx seeds/sandbox.ts WORLD_FILE FOLDER [PORT]`: the register sandbox as a process of its own. Says where it is and which REGISTERS_FILE leads there. */
import { readRegisterWorld, startRegisters } from './demo-registers.ts';

const [worldFile = '', folder = '', port = '0'] = process.argv.slice(2);
const world = await readRegisterWorld(worldFile);
const { sandbox, file } = await startRegisters({ world, folder, port: Number(port) });
process.stdout.write(`${sandbox.url} ${file}\n`);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void sandbox.stop());
