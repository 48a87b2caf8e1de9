/** Who acts: a member of staff through a session, the system through a job, or nobody yet (sign-in, upload link). */
export interface Principal {
  readonly kind: 'staff' | 'system' | 'anonymous';
  /** staff_user.id, or null. */
  readonly actorId: string | null;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisationId: number | null;
  readonly organisationKind: 'ISSUER' | 'AUTHORITY' | null;
  readonly sessionId: string | null;
  /** Behind an upload link: SHA-256 of its token, in hex. */
  readonly uploadHash?: string;
}

export const SYSTEM: Principal = {
  kind: 'system',
  actorId: null,
  name: 'system',
  roles: [],
  organisationId: null,
  organisationKind: null,
  sessionId: null,
};

export const ANONYMOUS: Principal = { ...SYSTEM, kind: 'anonymous', name: 'anonymous' };

/** What a request is called in audit rows and logs. */
export interface RequestInfo {
  readonly requestId: string;
  readonly operation: string;
  readonly address: string | null;
}
