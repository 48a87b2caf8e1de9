/** Who acts: a member of staff through a session, a machine through a token, the system through a job, or nobody yet (sign-in, upload link). */
export interface Principal {
  readonly kind: 'staff' | 'machine' | 'system' | 'anonymous';
  /** staff_user.id, or null. */
  readonly actorId: string | null;
  readonly name: string;
  /** Of a machine: its scopes, which no line of the policy knows. */
  readonly roles: readonly string[];
  readonly organisationId: number | null;
  readonly organisationKind: 'ISSUER' | 'AUTHORITY' | null;
  readonly sessionId: string | null;
  /** Behind an upload link: SHA-256 of its token, in hex. */
  readonly uploadHash?: string;
  /** Checks a card, with or without a token: reaches that card and nothing else. */
  readonly checking?: boolean;
  /** Behind the token of a machine. */
  readonly machine?: Machine;
  /** How and when the person last proved who she is; null for whoever has no session. */
  readonly proof: Proof | null;
}

/** A machine and whose rows it reaches. */
export interface Machine {
  /** machine_client.id. */
  readonly clientId: string;
  readonly kind: MachineKind;
  /** Main unit (organisation.id) it works for; null for a portal until it has said for whom, and for those who work for no firm. */
  readonly firmId: string | null;
}

export type MachineKind = 'API2' | 'PORTAL' | 'CARD_CHECK' | 'CONTROL' | 'PRODUCTION';

export type SignInMethod = 'DEMO' | 'PASSWORD' | 'OIDC';

export interface Proof {
  readonly method: SignInMethod;
  /** Null when the identity provider did not say. */
  readonly at: Date | null;
}

export const SYSTEM: Principal = {
  kind: 'system',
  actorId: null,
  name: 'system',
  roles: [],
  organisationId: null,
  organisationKind: null,
  sessionId: null,
  proof: null,
};

export const ANONYMOUS: Principal = { ...SYSTEM, kind: 'anonymous', name: 'anonymous' };

/** What a request is called in audit rows and logs. */
export interface RequestInfo {
  readonly requestId: string;
  readonly operation: string;
  readonly address: string | null;
}
