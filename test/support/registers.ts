/** The register sandbox for tests: a world told in sentences, failures on demand, and the file a desk is started with. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, systemClock } from '../../server/src/platform/clock.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { Period } from '../../server/src/registers/answer.ts';
import type { HttpLimits } from '../../server/src/registers/register-settings.ts';
import { createRegisters } from '../../server/src/registers/registers.parts.ts';
import type { Registers } from '../../server/src/registers/registers.ts';
import {
  newSandboxClient,
  type SandboxClient,
  writeSandboxFile,
} from '../../server/src/registers/sandbox/desk-file.sandbox.ts';
import type { LiveWorld } from '../../server/src/registers/sandbox/live-world.ts';
import { type Sandbox, startSandbox as start } from '../../server/src/registers/sandbox/register.sandbox.ts';
import type {
  SandboxEmployment,
  SandboxFirm,
  SandboxPerson,
  SandboxSubUnit,
  SandboxWorld,
} from '../../server/src/registers/sandbox/sandbox-world.ts';

/** Tries again quickly, yet has patience with a busy machine. */
export const QUICK: Partial<HttpLimits> = { tryMs: 5_000, totalMs: 15_000, backoffMs: 5, restMs: 300 };

export interface SandboxTestOptions {
  readonly world?: Partial<SandboxWorld>;
  /** What day it is in the registers; give the desk's own clock. */
  readonly clock?: Clock;
  readonly limits?: Partial<HttpLimits>;
  readonly tokenSeconds?: number;
  /** The key the desk signs with, when it is not the one the sandbox knows. */
  readonly deskKey?: SandboxClient;
}

export interface TestSandbox extends Sandbox {
  /** For REGISTERS_FILE; `startDesk({ registers: sandbox })` does it. */
  readonly file: string;
  person(nationalId: string): PersonStory;
  firm(orgNumber: string): FirmStory;
}

export async function startSandbox(options: SandboxTestOptions = {}): Promise<TestSandbox> {
  const { world = {}, clock, limits = QUICK, tokenSeconds } = options;
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-registers-'));
  const client = await newSandboxClient();
  const sandbox = await start({
    world: { firms: {}, subUnits: {}, persons: {}, ...world },
    ...{ client, clock, tokenSeconds },
  });
  const file = await writeSandboxFile({
    ...{ folder, limits, url: sandbox.url },
    client: options.deskKey ?? client,
  });
  return {
    ...sandbox,
    file,
    person: nationalId => new PersonStory(sandbox.world, nationalId),
    firm: orgNumber => new FirmStory(sandbox.world, orgNumber),
    async stop() {
      await sandbox.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Every port, over HTTP to the sandbox, without a desk around it. */
export const registersOf = (sandbox: { readonly file: string }): Registers =>
  createRegisters({
    config: { REGISTERS_FILE: sandbox.file, production: false },
    clock: systemClock,
    log: createLog('silent'),
    metrics: { registerAnswer: () => undefined },
  });

/** What the registers know about one person; each call adds to it, and may be made while the desk runs. */
export class PersonStory {
  constructor(
    private readonly world: LiveWorld,
    private readonly nationalId: string,
  ) {
    if (!world.person(nationalId)) world.changePerson(nationalId, {});
  }

  is(facts: Partial<SandboxPerson>): this {
    this.world.changePerson(this.nationalId, facts);
    return this;
  }

  employedIn(subUnit: string, { start = '2020-01-01', ...rest }: Partial<SandboxEmployment> = {}): this {
    return this.is({ employments: [...this.#employments(), { ...rest, subUnit, start }] });
  }

  /** The last day at work. */
  leaves(subUnit: string, end: string): this {
    const employments = this.#employments().map(one => (one.subUnit === subUnit ? { ...one, end } : one));
    return this.is({ employments });
  }

  /** As if it had never been reported. */
  notEmployedIn(subUnit: string): this {
    return this.is({ employments: this.#employments().filter(one => one.subUnit !== subUnit) });
  }

  /** Registered in OAR. */
  assignedBy(orgNumber: string, periods: readonly Period[] = [{ start: '2020-01-01', end: null }]): this {
    const known = this.world.person(this.nationalId)?.assignments;
    return this.is({ assignments: { ...known, [orgNumber]: periods } });
  }

  mayWork(workAccess: 'YES' | 'NO' | 'UNKNOWN', workAccessTo?: string): this {
    return this.is({ workAccess, workAccessTo });
  }

  #employments(): readonly SandboxEmployment[] {
    return this.world.person(this.nationalId)?.employments ?? [];
  }
}

/** What the registers know about one main unit. */
export class FirmStory {
  constructor(
    private readonly world: LiveWorld,
    private readonly orgNumber: string,
  ) {
    if (!world.firm(orgNumber)) world.changeFirm(orgNumber, {});
  }

  is(facts: Partial<SandboxFirm>): this {
    this.world.changeFirm(this.orgNumber, facts);
    return this;
  }

  subUnit(orgNumber: string, facts: Partial<SandboxSubUnit> = {}): this {
    this.world.changeSubUnit(orgNumber, { ...facts, mainUnit: this.orgNumber });
    return this;
  }

  role(code: string, nationalId: string): this {
    const roles = this.world.firm(this.orgNumber)?.roles ?? [];
    return this.is({ roles: [...roles, { code, nationalId }] });
  }
}
