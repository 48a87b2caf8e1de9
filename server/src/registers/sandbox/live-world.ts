/** The sandbox's world while it runs: found by number, changed at any time, with the list of changes that Enhetsregisteret publishes. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type {
  SandboxEhf,
  SandboxFirm,
  SandboxLetter,
  SandboxPerson,
  SandboxSubUnit,
  SandboxWorld,
} from './sandbox-world.ts';

export interface FirmChange {
  readonly id: number;
  readonly orgNumber: string;
  readonly at: string;
  readonly change: 'Ny' | 'Endring' | 'Fjernet';
}

export class LiveWorld {
  readonly firmChanges: FirmChange[] = [];
  readonly subUnitChanges: FirmChange[] = [];
  readonly letters = new Map<string, SandboxLetter>();
  /** By message id. */
  readonly ehf = new Map<string, SandboxEhf>();
  readonly #firms: Map<string, SandboxFirm>;
  readonly #subUnits: Map<string, SandboxSubUnit>;
  readonly #persons: Map<string, SandboxPerson>;
  /** Sub-unit → those who work, worked or will work there. */
  readonly #staff = new Map<string, Set<string>>();
  /** Main unit → its sub-units. */
  readonly #units = new Map<string, Set<string>>();

  constructor(
    { firms, subUnits, persons }: SandboxWorld,
    private readonly clock: Clock,
  ) {
    this.#firms = new Map(Object.entries(firms));
    this.#subUnits = new Map(Object.entries(subUnits));
    this.#persons = new Map(Object.entries(persons));
    for (const [orgNumber, { mainUnit }] of this.#subUnits) add(this.#units, mainUnit, orgNumber);
    for (const [nationalId, person] of this.#persons) this.#employ(nationalId, person);
  }

  get today(): LocalDate {
    return osloDate(this.clock.now());
  }

  firm(orgNumber: string): SandboxFirm | undefined {
    return this.#firms.get(orgNumber);
  }

  subUnit(orgNumber: string): SandboxSubUnit | undefined {
    return this.#subUnits.get(orgNumber);
  }

  person(nationalId: string): SandboxPerson | undefined {
    return this.#persons.get(nationalId);
  }

  /** The same reference is the same letter. @returns the receipt */
  takeLetter(letter: SandboxLetter): string {
    if (!this.letters.has(letter.reference)) this.letters.set(letter.reference, letter);
    return `receipt-${letter.reference}`;
  }

  /** The same id is the same message. */
  takeEhf(message: SandboxEhf): void {
    if (!this.ehf.has(message.messageId)) this.ehf.set(message.messageId, message);
  }

  subUnitsOf(mainUnit: string): string[] {
    return [...(this.#units.get(mainUnit) ?? [])];
  }

  staffOf(subUnit: string): string[] {
    return [...(this.#staff.get(subUnit) ?? [])];
  }

  /** Fields given replace those that were; a new firm needs at least its name. */
  changeFirm(orgNumber: string, change: Partial<SandboxFirm>): void {
    const before = this.#firms.get(orgNumber);
    this.#firms.set(orgNumber, { name: orgNumber, ...before, ...change });
    this.firmChanges.push(this.#change(orgNumber, { before, gone: change.removedOn !== undefined }));
  }

  changeSubUnit(orgNumber: string, change: Partial<SandboxSubUnit>): void {
    const before = this.#subUnits.get(orgNumber);
    const after = { name: orgNumber, mainUnit: orgNumber, ...before, ...change };
    this.#subUnits.set(orgNumber, after);
    if (before) this.#units.get(before.mainUnit)?.delete(orgNumber);
    add(this.#units, after.mainUnit, orgNumber);
    this.subUnitChanges.push(this.#change(orgNumber, { before, gone: change.removedOn !== undefined }));
  }

  changePerson(nationalId: string, change: Partial<SandboxPerson>): void {
    const unnamed = { first: 'Kari', middle: null, last: 'Ukjent' };
    const after = { name: unnamed, ...this.#persons.get(nationalId), ...change };
    this.#persons.set(nationalId, after);
    this.#employ(nationalId, after);
  }

  /** As the control path sends it. */
  merge({ firms = {}, subUnits = {}, persons = {} }: Partial<SandboxWorld>): void {
    for (const [orgNumber, firm] of Object.entries(firms)) this.changeFirm(orgNumber, firm);
    for (const [orgNumber, subUnit] of Object.entries(subUnits)) this.changeSubUnit(orgNumber, subUnit);
    for (const [nationalId, person] of Object.entries(persons)) this.changePerson(nationalId, person);
  }

  #employ(nationalId: string, { employments = [] }: SandboxPerson): void {
    for (const { subUnit } of employments) add(this.#staff, subUnit, nationalId);
  }

  #change(orgNumber: string, { before, gone }: { before: unknown; gone: boolean }): FirmChange {
    const id = this.firmChanges.length + this.subUnitChanges.length + 1;
    const change = gone ? 'Fjernet' : before ? 'Endring' : 'Ny';
    return { id, orgNumber, at: this.clock.now().toISOString(), change };
  }
}

function add(index: Map<string, Set<string>>, key: string, value: string): void {
  const known = index.get(key);
  if (known) known.add(value);
  else index.set(key, new Set([value]));
}
