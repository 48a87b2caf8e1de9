import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClamdScanner } from '../../server/src/platform/scan/virus-scanner.clamd.ts';
import type { VirusScanner } from '../../server/src/platform/scan/virus-scanner.ts';
import { type ClamdStandIn, EICAR, startClamd } from '../support/clamd.ts';

/** What every scanner owes; clamd is reached in two ways. */
describe.each(['tcp', 'unix'] as const)('a virus scanner, reached over %s', kind => {
  let folder: string;
  let clamd: ClamdStandIn;
  let scanner: VirusScanner;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-scan-'));
    clamd = await startClamd(kind === 'unix' ? join(folder, 'clamd.ctl') : undefined);
    scanner = createClamdScanner({ url: clamd.url });
  });
  afterAll(async () => {
    await clamd.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('lets a harmless file pass, an empty one and ten megabytes too', async () => {
    for (const bytes of [Buffer.from('harmless'), Buffer.alloc(0), Buffer.alloc(10_000_000, 7)])
      expect(await scanner.scan(bytes)).toBe('CLEAN');
    expect(clamd.scanned).toEqual([8, 0, 10_000_000]);
  });

  it('knows EICAR, alone and behind ten megabytes', async () => {
    expect(await scanner.scan(Buffer.from(EICAR))).toBe('INFECTED');
    const hidden = Buffer.concat([Buffer.alloc(10_000_000, 7), Buffer.from(EICAR)]);
    expect(await scanner.scan(hidden)).toBe('INFECTED');
  });

  it.each(['silent', 'broken', 'too large', 'hangs up'] as const)(
    'gives no verdict when the other side is %s, and recovers',
    async mood => {
      clamd.mood = mood;
      // Only who waits for the silent one needs to lose patience soon.
      const hasty = createClamdScanner({ url: clamd.url, timeout: 1_500 });
      expect(await hasty.scan(Buffer.from('harmless'))).toBe('UNAVAILABLE');
      clamd.mood = 'well';
      expect(await scanner.scan(Buffer.from('harmless'))).toBe('CLEAN');
    },
  );

  it('gives no verdict when nobody is there', async () => {
    const url = kind === 'unix' ? `unix:${join(folder, 'nobody.ctl')}` : 'tcp://127.0.0.1:1';
    expect(await createClamdScanner({ url }).scan(Buffer.from('harmless'))).toBe('UNAVAILABLE');
  });
});
