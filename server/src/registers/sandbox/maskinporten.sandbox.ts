/** Maskinporten as the sandbox plays it: checks the signed grant as the real one does, and knows its tokens again. */
import { randomBytes } from 'node:crypto';
import { importJWK, type JWK, jwtVerify } from 'jose';
import { ok, type SandboxReply, status } from './sandbox-route.ts';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LONGEST_GRANT_SECONDS = 120;

export interface MaskinportenClient {
  readonly clientId: string;
  /** With `kid`. */
  readonly publicJwk: JWK;
}

interface Issued {
  readonly scopes: readonly string[];
  readonly until: number;
}

export class MaskinportenSandbox {
  readonly #tokens = new Map<string, Issued>();
  readonly #seen = new Set<string>();

  constructor(
    private readonly client: MaskinportenClient,
    /** How long a token lasts. */
    private readonly seconds: number,
  ) {}

  /** `form` is the body of the request, `issuer` what the grant must be meant for. */
  async token(form: string, issuer: string): Promise<SandboxReply> {
    const sent = new URLSearchParams(form);
    const scope = await this.#checked(sent, issuer).catch(() => null);
    if (scope === null)
      return status(400, { error: 'invalid_grant', error_description: 'Invalid assertion' });
    const token = randomBytes(24).toString('base64url');
    this.#tokens.set(token, { scopes: scope.split(' '), until: Date.now() + this.seconds * 1000 });
    return ok({ access_token: token, token_type: 'Bearer', expires_in: this.seconds, scope });
  }

  /** 401 for no good token, 403 for one that opens something else, null when all is well. */
  refusal(authorization: string | undefined, scope: string): SandboxReply | null {
    const issued = this.#tokens.get(authorization?.replace(/^Bearer /, '') ?? '');
    if (!issued || issued.until < Date.now()) return status(401, { error: 'invalid_token' });
    return issued.scopes.includes(scope) ? null : status(403, { error: 'insufficient_scope' });
  }

  /** As when its key is withdrawn. */
  forgetTokens(): void {
    this.#tokens.clear();
  }

  /** @returns the scope asked for. @throws Error when the grant is not as it must be */
  async #checked(sent: URLSearchParams, issuer: string): Promise<string> {
    if (sent.get('grant_type') !== GRANT_TYPE) throw new Error('grant type');
    const { clientId, publicJwk } = this.client;
    const { payload, protectedHeader } = await jwtVerify(
      sent.get('assertion') ?? '',
      await importJWK(publicJwk, 'RS256'),
      {
        audience: issuer,
        issuer: clientId,
        algorithms: ['RS256'],
        requiredClaims: ['iat', 'exp', 'jti', 'scope'],
        maxTokenAge: LONGEST_GRANT_SECONDS,
      },
    );
    const { exp = 0, iat = 0, jti = '', scope } = payload;
    const fresh = exp - iat <= LONGEST_GRANT_SECONDS && !this.#seen.has(jti);
    if (!fresh || protectedHeader.kid !== publicJwk.kid || typeof scope !== 'string')
      throw new Error('grant');
    this.#seen.add(jti);
    return scope;
  }
}
