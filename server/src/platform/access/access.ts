/** Answers "may this person do this?" from the expanded table: by function first, by row when the row is at hand. */

import type { Principal } from '../db/principal.ts';
import { forbidden, notFound } from '../errors.ts';
import { type AccessFacts, GUARDS, SCOPES, STATES } from './names.ts';
import { expandPolicy, type Grant, loadEnforcer } from './policy.ts';

export interface Permission {
  readonly resource: string;
  readonly action: string;
}

const key = (role: string, resource: string, action: string) => `${role}|${resource}|${action}`;

export class Access {
  readonly #table = new Map<string, Grant[]>();

  constructor(grants: readonly Grant[]) {
    for (const grant of grants) {
      const at = key(grant.role, grant.resource, grant.action);
      this.#table.set(at, [...(this.#table.get(at) ?? []), grant]);
    }
  }

  /** Whether any role of the actor has the action at all; the row is asked about later. */
  mayEver(actor: Principal, resource: string, action: string): boolean {
    return this.#grants(actor, resource, action).some(grant => grant.effect === 'allow');
  }

  /** Whether the actor may do it to the row these facts are about. A deny beats every allow. */
  may(actor: Principal, { resource, action }: Permission, facts: AccessFacts): boolean {
    const holding = this.#grants(actor, resource, action).filter(grant => holds(grant, actor, facts));
    return holding.some(g => g.effect === 'allow') && !holding.some(g => g.effect === 'deny');
  }

  /** @throws AppError NOT_FOUND when the row may not be seen either way; FORBIDDEN when it may be seen but this not done */
  require(actor: Principal, permission: Permission, facts: AccessFacts): void {
    if (this.may(actor, permission, facts)) return;
    const visible = this.may(actor, { resource: 'case', action: 'read' }, facts);
    throw visible ? forbidden() : notFound();
  }

  /** Names of the scopes within which the actor has the action; read models turn them into where-clauses. */
  scopes(actor: Principal, resource: string, action: string): ReadonlySet<string> {
    return new Set(
      this.#grants(actor, resource, action)
        .filter(g => g.effect === 'allow')
        .map(g => g.scope),
    );
  }

  /** Everything the actor's roles allow somewhere; what the console shows is drawn from it. */
  permissions(actor: Principal): Permission[] {
    const found = new Map<string, Permission>();
    for (const grants of this.#table.values()) {
      for (const { role, resource, action, effect } of grants) {
        if (effect === 'allow' && actor.roles.includes(role))
          found.set(`${resource}:${action}`, { resource, action });
      }
    }
    return [...found.values()];
  }

  #grants(actor: Principal, resource: string, action: string): Grant[] {
    return actor.roles.flatMap(role => this.#table.get(key(role, resource, action)) ?? []);
  }
}

function holds(grant: Grant, actor: Principal, facts: AccessFacts): boolean {
  return Boolean(
    SCOPES[grant.scope]?.(actor, facts) &&
      STATES[grant.state]?.(actor, facts) &&
      GUARDS[grant.guard]?.(actor, facts),
  );
}

/** Loads, checks and expands the policy; the table never changes afterwards. */
export async function createAccess(): Promise<Access> {
  return new Access(await expandPolicy(await loadEnforcer()));
}
