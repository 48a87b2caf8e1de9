import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { createImageWorkers, TooManyWaiting } from './image-workers.ts';

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
