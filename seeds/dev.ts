/** `pnpm dev` runs this under a watcher: the desk from its sources, with the demo. */
import { main } from '../server/src/main.ts';
import { announceDemo, seedDemo } from './demo.ts';

await main(seedDemo, announceDemo);
