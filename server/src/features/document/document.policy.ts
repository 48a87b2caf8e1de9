/** Where an application's papers lie for whom: with the authority, or with the issuer that scanned them until it hands them over. */
import type { Access, Permission } from '../../platform/access/access.ts';
import type { AccessFacts } from '../../platform/access/names.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { ApplicationStatus } from '../application/application.enums.ts';

export const OPEN_DOCUMENT: Permission = { resource: 'document', action: 'open' };
export const ADD_DOCUMENT: Permission = { resource: 'document', action: 'add' };

/** What of an application decides on its papers. */
export interface ApplicationOfPapers {
  readonly organisation_id: number;
  readonly registrar_organisation_id: number | null;
  readonly status: ApplicationStatus;
  readonly barred: boolean;
}

/** Papers of the issuer's own applications are its own until they are handed over. */
export const isAtIssuer = ({ status }: Pick<ApplicationOfPapers, 'status'>): boolean =>
  status === 'REGISTERED';

/** The house whose papers they are for this actor: the scope names of policy.csv compare it with the actor's own. */
export function papersOf(application: ApplicationOfPapers, { organisationId }: Principal): AccessFacts {
  const { organisation_id: authority, registrar_organisation_id: issuer, barred } = application;
  const isIssuers = isAtIssuer(application) && issuer !== null && issuer === organisationId;
  return { organisationId: isIssuers ? issuer : authority, kind: 'EXCEPTION', barred };
}

/** Papers that came a way nothing may come, and those the issuer still collects, unless it is she who does. */
const isClosedTo = (application: ApplicationOfPapers, { organisationId }: Principal): boolean =>
  application.status === 'WRONG_CHANNEL' ||
  (isAtIssuer(application) && application.registrar_organisation_id !== organisationId);

export const mayAdd = (access: Access, actor: Principal, application: ApplicationOfPapers): boolean =>
  !isClosedTo(application, actor) && access.may(actor, ADD_DOCUMENT, papersOf(application, actor));

/** @throws AppError NOT_FOUND, BARRED; ACTION_NOT_AVAILABLE where none may be added now */
export function requireAdd(access: Access, actor: Principal, application: ApplicationOfPapers | null): void {
  if (!application) throw notFound();
  const facts = papersOf(application, actor);
  if (facts.barred && access.may(actor, ADD_DOCUMENT, { ...facts, barred: false }))
    throw new AppError('BARRED');
  access.require(actor, ADD_DOCUMENT, facts);
  if (isClosedTo(application, actor)) throw new AppError('ACTION_NOT_AVAILABLE');
}
