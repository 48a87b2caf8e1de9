/** The questions one run asks the registers: each at most once, however many order lines hang on the answer. */
import type { Keys } from '../../platform/crypto/keys.ts';
import type { PersonKey } from '../../registers/answer.ts';
import type { SubUnitAnswer, UnitAnswer } from '../../registers/enhetsregisteret/enhetsregisteret.ts';
import type { PersonAnswer } from '../../registers/folkeregisteret/folkeregisteret.ts';
import type { Registers } from '../../registers/registers.ts';
import { openNationalId } from '../person/national-id.store.ts';
import type { CheckedLine } from './checked-line.readmodel.ts';

/** More than a night's firms; a run that meets more begins to ask again. */
const MOST_KEPT = 50_000;

/** What came since it was last looked at: firms and people are refreshed from it. */
export interface FreshAnswers {
  readonly units: Map<string, UnitAnswer>;
  readonly subUnits: Map<string, SubUnitAnswer>;
  readonly persons: Map<string, PersonAnswer>;
}

const nothingFresh = (): FreshAnswers => ({
  units: new Map(),
  subUnits: new Map(),
  persons: new Map(),
});

export class Inquiry {
  #fresh = nothingFresh();
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(
    private readonly registers: Registers,
    private readonly keys: Keys,
  ) {}

  takeFresh(): FreshAnswers {
    const fresh = this.#fresh;
    this.#fresh = nothingFresh();
    return fresh;
  }

  unit(orgNumber: string) {
    return this.#once(`unit ${orgNumber}`, async () => {
      const answer = await this.registers.enhetsregisteret.unit(orgNumber);
      this.#fresh.units.set(orgNumber, answer);
      return answer;
    });
  }

  subUnit(orgNumber: string) {
    return this.#once(`sub ${orgNumber}`, async () => {
      const answer = await this.registers.enhetsregisteret.subUnit(orgNumber);
      this.#fresh.subUnits.set(orgNumber, answer);
      return answer;
    });
  }

  roles(orgNumber: string) {
    return this.#once(`roles ${orgNumber}`, () =>
      this.registers.enhetsregisteret.rolesWithNationalIds(orgNumber),
    );
  }

  person(line: CheckedLine) {
    return this.#once(`person ${line.personId}`, async () => {
      const answer = await this.registers.folkeregisteret.person(this.keyOf(line));
      this.#fresh.persons.set(line.personId, answer);
      return answer;
    });
  }

  employments(line: CheckedLine) {
    const { personId, mainOrgNumber } = line;
    return this.#once(`aa ${personId} ${mainOrgNumber}`, () =>
      this.registers.aa.employmentsOf(this.keyOf(line), mainOrgNumber),
    );
  }

  assignment(line: CheckedLine) {
    const { personId, mainOrgNumber } = line;
    return this.#once(`oar ${personId} ${mainOrgNumber}`, () =>
      this.registers.oar.assignment(this.keyOf(line), mainOrgNumber),
    );
  }

  workAccess(line: CheckedLine) {
    return this.#once(`udi ${line.personId}`, () => this.registers.udi.workAccess(this.keyOf(line)));
  }

  /** @throws Error when the number in the database cannot be opened */
  keyOf({ personId, enc, keyId, idx }: CheckedLine): PersonKey {
    return { personId, nationalId: openNationalId(this.keys, { id: personId, enc, keyId, idx }) };
  }

  #once<A>(question: string, ask: () => Promise<A>): Promise<A> {
    const known = this.#known.get(question) as Promise<A> | undefined;
    if (known) return known;
    if (this.#known.size >= MOST_KEPT) this.#known.clear();
    const answer = ask();
    this.#known.set(question, answer);
    return answer;
  }
}
