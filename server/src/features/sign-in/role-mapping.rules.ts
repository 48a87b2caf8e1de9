/** Which organisation and roles a person gets from what the identity provider says about her (security guide 4.1). */
import type { StaffOrganisationKind, StaffRole } from '../staff/staff.enums.ts';

export interface RoleLine {
  /** Claim → value; all must hold. A claim inside another is written with dots: `authorization_details.type`. */
  readonly when: Readonly<Record<string, string>>;
  readonly organisation: StaffOrganisationKind;
  readonly roles: readonly StaffRole[];
  /** For a provider that tells neither. */
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

export interface Mapped {
  readonly organisation: StaffOrganisationKind;
  readonly roles: readonly StaffRole[];
  readonly name: string | null;
  readonly email: string | null;
}

export type Claims = Readonly<Record<string, unknown>>;

/** @returns what all lines that hold give together; null when none holds, or when they point to two organisations */
export function mapRoles(lines: readonly RoleLine[], claims: Claims): Mapped | null {
  const holding = lines.filter(({ when }) =>
    Object.entries(when).every(([claim, value]) => valuesOf(claims, claim).includes(value)),
  );
  const organisations = new Set(holding.map(line => line.organisation));
  const [organisation] = organisations;
  if (organisation === undefined || organisations.size > 1) return null;
  const roles = [...new Set(holding.flatMap(line => line.roles))].sort();
  const first = (pick: (line: RoleLine) => string | undefined) => holding.map(pick).find(Boolean) ?? null;
  return { organisation, roles, name: first(line => line.name), email: first(line => line.email) };
}

/** The same mapping gives the same text, so that a change of it shows. */
export const mappedText = ({ organisation, roles }: Mapped) => `${organisation}:${roles.join(',')}`;

/** Every text found at the claim; lists on the way are walked through. */
function valuesOf(claims: Claims, path: string): string[] {
  if (Object.hasOwn(claims, path)) return texts(claims[path]);
  return path
    .split('.')
    .reduce<unknown[]>((found, name) => found.flatMap(at => childrenOf(at, name)), [claims])
    .flatMap(texts);
}

function childrenOf(at: unknown, name: string): unknown[] {
  if (Array.isArray(at)) return at.flatMap(item => childrenOf(item, name));
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return [];
  return [(at as Record<string, unknown>)[name]];
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(texts);
  return typeof value === 'string' ? [value] : [];
}
