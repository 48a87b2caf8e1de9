/** Which applications somebody may see: the authority's caseworkers all of them, the issuer those it registered. */
import type { Access } from '../../platform/access/access.ts';
import type { Principal } from '../../platform/db/principal.ts';

export const READ_APPLICATION = { resource: 'application', action: 'read' } as const;
export const HAND_OVER_APPLICATION = { resource: 'application', action: 'handover' } as const;

/** Of everyone, of the own organisation and those it registered, or none at all. */
export type ApplicationScope = 'any' | 'organisation' | 'none';

export function applicationScope(access: Access, actor: Principal): ApplicationScope {
  const names = access.scopes(actor, READ_APPLICATION.resource, READ_APPLICATION.action);
  if (names.has('any')) return 'any';
  return names.has('own_organisation') ? 'organisation' : 'none';
}

/** Conditions on exception_application a for a scope; $1 is always the actor's organisation. */
export const APPLICATION_SCOPE_SQL: Readonly<Record<ApplicationScope, string>> = {
  any: '($1::smallint is null or true)',
  organisation: '(a.organisation_id = $1::smallint or a.registrar_organisation_id = $1::smallint)',
  none: '($1::smallint is null and false)',
};
