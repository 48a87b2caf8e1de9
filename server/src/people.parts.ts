/** Builds what lets people in: sessions, passwords and the demo, or an identity provider when there is one. */
import type { Express } from 'express';
import type { Config } from './config.ts';
import { type OidcSettings, readOidcSettings } from './features/sign-in/oidc.settings.ts';
import { HttpProvider } from './features/sign-in/provider.http.ts';
import { ProviderSignInService } from './features/sign-in/provider-sign-in.service.ts';
import { type SignInRoutesParts, signInRoutes } from './features/sign-in/sign-in.routes.ts';
import { MeReadModel } from './features/staff/me.readmodel.ts';
import { MeResolver } from './features/staff/me.resolver.ts';
import { SessionService } from './features/staff/session.service.ts';
import { SignInService } from './features/staff/sign-in.service.ts';
import { ThrottleService } from './features/staff/throttle.service.ts';
import type { Access } from './platform/access/access.ts';
import type { Clock } from './platform/clock.ts';
import type { Keys } from './platform/crypto/keys.ts';
import type { ContextMaker } from './platform/http/request-context.ts';
import type { Log } from './platform/log.ts';

export interface PeopleWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly log: Log;
}

export function wirePeople(wiring: PeopleWiring) {
  const { clock, config } = wiring;
  const oidc = readOidcSettings(config);
  const sessions = new SessionService({ clock, settings: config });
  return {
    sessions,
    instances: (contexts: ContextMaker): object[] => [meResolver(wiring, { oidc, sessions, contexts })],
    mount: (http: Express, contexts: ContextMaker) =>
      http.use('/auth', signInRoutes(oidc && providerParts(wiring, { oidc, sessions, contexts }))),
  };
}

interface Common<Oidc> {
  readonly oidc: Oidc;
  readonly sessions: SessionService;
  readonly contexts: ContextMaker;
}

function meResolver(wiring: PeopleWiring, { oidc, sessions, contexts }: Common<OidcSettings | null>) {
  const { access, clock, config, keys } = wiring;
  const signIns = new SignInService({
    clock,
    sessions,
    throttle: new ThrottleService({ clock, keys }),
    demoMode: config.MODE === 'demo',
    passwords: oidc === null,
  });
  return new MeResolver({
    config,
    sessions,
    signIns,
    me: new MeReadModel(config, access),
    providerName: oidc?.name ?? null,
    dbFor: contexts.dbFor,
  });
}

function providerParts(wiring: PeopleWiring, parts: Common<OidcSettings>): SignInRoutesParts {
  const { clock, config, keys, log } = wiring;
  const { oidc, sessions, contexts } = parts;
  const { issuer, roles } = oidc;
  const { publicUrl } = config;
  return {
    contexts,
    clock,
    log,
    cookies: { keys, secure: config.production },
    provider: new HttpProvider(oidc, `${publicUrl}/auth/callback`),
    service: new ProviderSignInService({ clock, sessions, issuer, roles }),
    issuer,
    publicUrl,
  };
}
