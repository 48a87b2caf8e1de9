import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepRegisterWorld, startDemoRegisters } from '../../seeds/demo-registers.ts';
import { startDesk } from '../support/desk.ts';
import { spawnSandbox } from '../support/registers.process.ts';
import { registersOf, startSandbox } from '../support/registers.ts';

const MAIN = '310078417';
const SUB = '312345676';
const KARI = { nationalId: '17858512387' };
const WORLD = {
  firms: { [MAIN]: { name: 'Fjord Bygg AS' } },
  subUnits: { [SUB]: { name: 'Fjord Bygg avd. Bergen', mainUnit: MAIN } },
  persons: {
    [KARI.nationalId]: {
      name: { first: 'Kari', middle: null, last: 'Nordmann' },
      employments: [{ subUnit: SUB, start: '2024-01-08' }],
    },
  },
};

describe('the register sandbox', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hms-kort-sandbox-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('runs as a process of its own, fails when told to, and learns what changes', async () => {
    const sandbox = await spawnSandbox(WORLD, folder);
    const registers = registersOf(sandbox);
    const tell = (path: string, body: unknown) =>
      fetch(`${sandbox.url}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
    expect(await registers.aa.employmentsOf(KARI)).toMatchObject({ employments: [{ mainUnit: MAIN }] });

    await tell('failures', { register: 'aa', mood: 'FORBIDDEN', times: 1 });
    expect(await registers.aa.employmentsOf(KARI)).toMatchObject({ cause: 'FORBIDDEN' });
    expect(await registers.aa.employmentsOf(KARI)).toMatchObject({ kind: 'EMPLOYMENTS' });

    const left = { employments: [{ subUnit: SUB, start: '2024-01-08', end: '2026-06-30' }] };
    const renamed = { name: 'Fjord Bygg og Anlegg AS' };
    const told = await tell('world', { persons: { [KARI.nationalId]: left }, firms: { [MAIN]: renamed } });
    expect(told.status).toBe(204);
    expect(await registers.aa.employmentsOf(KARI)).toMatchObject({ employments: [{ end: '2026-06-30' }] });
    expect(await registers.enhetsregisteret.unit(MAIN)).toMatchObject({ unit: renamed });
    expect((await tell('nonsense', {})).status).toBe(404);
    const asked = await (await fetch(`${sandbox.url}/sandbox/asked`)).json();
    expect(asked).toMatchObject({ aa: 4, enhetsregisteret: 1 });
    await registers.close();
    await sandbox.stop();
  });

  it('comes with the demo, with the world that was seeded, and with nothing else', async () => {
    const demo = { MODE: 'demo', REGISTERS_FILE: undefined, dataDir: folder } as const;
    expect(await startDemoRegisters(demo)).toEqual({});
    await keepRegisterWorld(folder, WORLD);
    expect(await startDemoRegisters({ ...demo, MODE: 'test' })).toEqual({});
    expect(await startDemoRegisters({ ...demo, REGISTERS_FILE: 'own.json' })).toEqual({});
    const { REGISTERS_FILE = '' } = await startDemoRegisters(demo);
    const registers = registersOf({ file: REGISTERS_FILE });
    expect(await registers.enhetsregisteret.subUnit(SUB)).toMatchObject({ subUnit: { mainOrgNumber: MAIN } });
    await registers.close();
  });

  it('answers a desk, which counts the answers and logs neither question nor person', async () => {
    const sandbox = await startSandbox({ world: WORLD });
    const desk = await startDesk({ registers: sandbox });
    const { registers, operation } = desk.app;
    expect(await registers.folkeregisteret.person(KARI)).toMatchObject({ kind: 'PERSON' });
    sandbox.fail('udi', 'GARBAGE');
    expect(await registers.udi.workAccess(KARI)).toMatchObject({ cause: 'GARBAGE' });
    const metrics = await operation.metrics.registry.metrics();
    expect(metrics).toContain('desk_register_seconds_count{register="folkeregisteret",result="ANSWERED"} 1');
    expect(metrics).toContain('desk_register_seconds_count{register="udi",result="GARBAGE"} 1');
    expect(desk.logLines.join('\n')).not.toContain(KARI.nationalId);
    await desk.stop();
    await sandbox.stop();
  });

  it('is not asked by a desk that knows of none: then no register has answered', async () => {
    const desk = await startDesk();
    expect(await desk.app.registers.enhetsregisteret.unit(MAIN)).toMatchObject({ cause: 'NOT_CONFIGURED' });
    await desk.stop();
  });
});
