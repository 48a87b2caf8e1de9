import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Config } from '../../config.ts';
import { Allow, Public } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Weight } from '../../platform/graphql/cost.ts';
import { EntityId, ShortText, StoredJson } from '../../platform/graphql/scalars.ts';
import { ChangePasswordInput } from './me.input.ts';
import type { MeReadModel } from './me.readmodel.ts';
import { DeskSettingsType, MeType, SessionType } from './me.type.ts';
import type { SessionService } from './session.service.ts';
import type { SignInService } from './sign-in.service.ts';

export interface MeParts {
  readonly config: Config;
  readonly me: MeReadModel;
  readonly sessions: SessionService;
  readonly signIns: SignInService;
  /** Null when people sign in with a password. */
  readonly providerName: string | null;
  /** Same person, other Db: after sign-in the answer is read as the one who just signed in. */
  readonly dbFor: (context: RequestContext, token: string) => Promise<RequestContext['db']>;
}

@Resolver()
export class MeResolver {
  constructor(private readonly parts: MeParts) {}

  @Public()
  @Query(() => DeskSettingsType)
  async deskSettings(@Ctx() { db }: RequestContext): Promise<DeskSettingsType> {
    const { config, me, providerName } = this.parts;
    return {
      version: config.version,
      demoMode: config.MODE === 'demo',
      demoAccounts: await me.demoAccounts(db),
      signInProvider: providerName,
      mailDelivery: config.SMTP_URL !== undefined,
      uploadMaxBytes: config.UPLOAD_MAX_BYTES,
      undoSeconds: config.MAIL_UNDO_SECONDS,
      sessionIdleMinutes: config.SESSION_IDLE_MINUTES,
    };
  }

  @Public()
  @Query(() => MeType, { nullable: true })
  me(@Ctx() { db }: RequestContext): Promise<MeType> | null {
    return db.principal.kind === 'staff' ? this.parts.me.me(db) : null;
  }

  @Allow('self', 'use')
  @Query(() => [SessionType])
  async mySessions(@Ctx() { db }: RequestContext): Promise<SessionType[]> {
    const rows = await this.parts.sessions.list(db);
    return rows.map(s => ({
      id: s.id,
      createdAt: s.created_at,
      seenAt: s.seen_at,
      device: s.device,
      current: s.id === db.principal.sessionId,
    }));
  }

  @Public()
  @Weight(1_000)
  @Mutation(() => MeType)
  async signIn(
    @Arg('email', () => ShortText) email: string,
    @Arg('password', () => ShortText) password: string,
    @Ctx() context: RequestContext,
  ): Promise<MeType> {
    return this.#begin(
      context,
      await this.parts.signIns.signIn(context.db, { email, password, device: context.device }),
    );
  }

  @Public()
  @Weight(1_000)
  @Mutation(() => MeType)
  async signInDemo(
    @Arg('email', () => ShortText) email: string,
    @Ctx() context: RequestContext,
  ): Promise<MeType> {
    return this.#begin(
      context,
      await this.parts.signIns.signInDemo(context.db, { email, device: context.device }),
    );
  }

  @Public()
  @Weight(1_000)
  @Mutation(() => MeType)
  async changePassword(
    @Arg('input', () => ChangePasswordInput) input: ChangePasswordInput,
    @Ctx() context: RequestContext,
  ): Promise<MeType> {
    const { db, device } = context;
    return this.#begin(context, await this.parts.signIns.changePassword(db, { ...input, device }));
  }

  @Allow('self', 'use')
  @Weight(1_000)
  @Mutation(() => Boolean)
  async confirmSignIn(
    @Arg('password', () => ShortText, { nullable: true }) password: string | null,
    @Ctx() { db, cookie }: RequestContext,
  ): Promise<boolean> {
    cookie.set(await this.parts.signIns.confirm(db, password));
    return true;
  }

  @Allow('self', 'use')
  @Mutation(() => Boolean)
  async endMySession(@Arg('id', () => EntityId) id: string, @Ctx() { db }: RequestContext): Promise<boolean> {
    await this.parts.sessions.endOne(db, id);
    return true;
  }

  @Allow('self', 'use')
  @Mutation(() => Int)
  endMyOtherSessions(@Ctx() { db }: RequestContext): Promise<number> {
    return this.parts.sessions.endOthers(db);
  }

  @Public()
  @Mutation(() => Boolean)
  async signOut(@Ctx() { db, cookie }: RequestContext): Promise<boolean> {
    if (cookie.token) await this.parts.sessions.end(db, cookie.token);
    cookie.clear();
    return true;
  }

  @Allow('self', 'use')
  @Mutation(() => Int)
  async signOutEverywhere(@Ctx() { db, cookie }: RequestContext): Promise<number> {
    const count = await this.parts.sessions.endAll(db, db.principal.actorId ?? '0');
    cookie.clear();
    return count;
  }

  @Allow('self', 'use')
  @Mutation(() => StoredJson)
  async savePreferences(
    @Arg('preferences', () => StoredJson) preferences: unknown,
    @Ctx() { db }: RequestContext,
  ): Promise<unknown> {
    const sql = 'update staff_user set preferences = $2 where id = $1';
    await db.transaction(tx => tx.query(sql, [db.principal.actorId, JSON.stringify(preferences)]));
    return preferences;
  }

  async #begin(context: RequestContext, token: string): Promise<MeType> {
    // A session that was there before belongs to whoever used the machine until now.
    if (context.cookie.token) await this.parts.sessions.end(context.db, context.cookie.token);
    context.cookie.set(token);
    return this.parts.me.me(await this.parts.dbFor(context, token));
  }
}
