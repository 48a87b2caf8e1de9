/** Tells row security what policy.csv says: per resource, which organisation's rows the principal may see or change. */
import type { Principal } from '../db/principal.ts';
import type { Access } from './access.ts';

const EVERYONE = 0;
/** Of the same roles in the same organisation; there are few. */
const MOST = 1_000;

/**
 * One text per principal, for example ` case=1 case.write=1 audit=0`: n is every row of organisation n, -n its inquiries
 * only, 0 all rows; what is not named is no row. The widest of several scopes counts; state and guard are asked by the
 * services, on the row. The database reads it with app_scope(resource).
 */
export function rowScopes(access: Access): (principal: Principal) => string {
  const known = new Map<string, string>();
  return principal => {
    if (principal.kind !== 'staff') return '';
    const key = `${principal.organisationId} ${principal.roles.join(' ')}`;
    const scopes = known.get(key) ?? scopesOf(access, principal);
    if (known.size >= MOST) known.clear();
    known.set(key, scopes);
    return scopes;
  };
}

function scopesOf(access: Access, principal: Principal): string {
  const widest = new Map<string, number>();
  for (const { resource, action } of access.permissions(principal)) {
    const name = nameOf(resource, action);
    const scopes = [...access.scopes(principal, resource, action)].map(scope => rowsOf(scope, principal));
    for (const rows of scopes.filter(rows => rows !== null))
      widest.set(name, wider(rows, widest.get(name) ?? rows));
  }
  return [...widest].map(([name, rows]) => ` ${name}=${rows}`).join('');
}

/** `case` for reading it, `case.write` for any of its other plain actions, the action itself for fields (`person.reveal:nationalId`). */
function nameOf(resource: string, action: string): string {
  if (action === 'read') return resource;
  return `${resource}.${action.includes(':') ? action : 'write'}`;
}

function rowsOf(scope: string, { organisationId }: Principal): number | null {
  if (scope === 'any') return EVERYONE;
  if (scope === 'own_organisation' || scope === 'protected') return organisationId;
  return scope === 'own_inquiries' && organisationId !== null ? -organisationId : null;
}

/** All, then the whole organisation, then its inquiries. */
const wider = (a: number, b: number) => (a === EVERYONE || b === EVERYONE ? EVERYONE : Math.max(a, b));
