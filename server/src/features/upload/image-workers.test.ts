import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TooManyWaiting } from '../../platform/workers/killable-workers.ts';
import { createImageWorkers } from './image-workers.ts';

const picture = () =>
  sharp({ create: { width: 700, height: 900, channels: 3, background: '#cccccc' } })
    .jpeg()
    .toBuffer();

describe('the processes that decode images', () => {
  const workers = createImageWorkers();
  afterAll(() => workers.close());

  it('work side by side, more jobs than processes', async () => {
    const bytes = await picture();
    const results = await Promise.all(Array.from({ length: 6 }, () => workers.process(bytes, 'photo')));
    expect(results.map(result => result?.width)).toEqual(Array(6).fill(700));
  });

  it('answer null for what cannot be decoded, and go on', async () => {
    expect(await workers.process(Buffer.from('<svg width="700" height="700"/>'), 'id')).toBeNull();
    expect((await workers.process(await picture(), 'id'))?.height).toBe(900);
  });

  it('leave the SVG loader of this process alone', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect((await sharp(svg).png().toBuffer()).length).toBeGreaterThan(0);
  });

  it('are killed when a file takes too long, and replaced', async () => {
    const hasty = createImageWorkers({ size: 1, timeout: 5, mostWaiting: 5 });
    const bytes = await picture();
    expect(await hasty.process(bytes, 'photo')).toBeNull();
    expect(await hasty.process(bytes, 'photo')).toBeNull();
    hasty.close();
  });

  it('that cannot be started cost one answer, not the server', async () => {
    const poor = createImageWorkers({ size: 1, timeout: 10_000, mostWaiting: 5 });
    const { execPath } = process;
    process.execPath = '/nowhere';
    const refused = poor.process(await picture(), 'photo').finally(() => {
      process.execPath = execPath;
    });
    expect(await refused).toBeNull();
    expect((await poor.process(await picture(), 'photo'))?.width).toBe(700);
    poor.close();
  });

  it('refuse when too many are waiting', async () => {
    const small = createImageWorkers({ size: 1, timeout: 10_000, mostWaiting: 1 });
    const bytes = await picture();
    const running = [small.process(bytes, 'photo'), small.process(bytes, 'photo')];
    expect(() => small.process(bytes, 'photo')).toThrow(TooManyWaiting);
    expect((await Promise.all(running)).every(result => result !== null)).toBe(true);
    small.close();
  });
});

describe('a decoder that a hostile file has taken over', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-worker-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs the code on the first job, in the place of the decoder. */
  async function misbehaving(code: string, timeout = 10_000) {
    const path = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
    await writeFile(path, `process.on('message', () => {${code}});`);
    const script = pathToFileURL(path);
    return createImageWorkers({ size: 1, timeout, mostWaiting: 5, script });
  }

  const answered = async (code: string, timeout?: number) => {
    const workers = await misbehaving(code, timeout);
    const started = performance.now();
    const result = await workers.process(Buffer.from('x'), 'photo');
    workers.close();
    return { result, ms: performance.now() - started };
  };
  const ANSWER = `process.send({ result: { width: 1, height: 1, findings: [] } })`;

  it('gets no more memory than the largest allowed picture needs', async () => {
    const take = (megabytes: number) =>
      `globalThis.kept = []; for (let i = 0; i < ${megabytes}; i += 64) kept.push(Buffer.allocUnsafeSlow(64e6)); ${ANSWER}`;
    expect((await answered(take(256))).result).toMatchObject({ width: 1 });
    expect((await answered(take(4_000))).result).toBeNull();
  });

  it('and no heap beyond its share', async () => {
    const { result } = await answered(
      `const all = []; for (let i = 0; i < 3e7; i += 1) all.push({ i }); ${ANSWER}`,
    );
    expect(result).toBeNull();
  });

  it('is killed when it computes for ever', async () => {
    const { result, ms } = await answered('for (;;);', 700);
    expect(result).toBeNull();
    expect(ms).toBeLessThan(3_000);
  });

  it('finds nothing of the server in its environment', async () => {
    process.env.KEYS_FILE = '/secret';
    const { result } = await answered(
      `const own = Object.keys(process.env).filter(n => !n.startsWith('NODE_CHANNEL')); process.send({ result: own })`,
    );
    delete process.env.KEYS_FILE;
    expect(result).not.toContain('KEYS_FILE');
    expect(result).not.toContain('PATH');
  });
});
