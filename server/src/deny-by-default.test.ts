import 'reflect-metadata';
import { graphql } from 'graphql';
import { buildSchema, Mutation, Query, Resolver } from 'type-graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Access, createAccess } from './platform/access/access.ts';
import { Allow } from './platform/access/allow.ts';
import { ANONYMOUS, type Principal, SYSTEM } from './platform/db/principal.ts';
import { authChecker } from './schema.ts';

/** What somebody forgets: the operation says what it needs, and no line in policy.csv gives it to anyone. */
@Resolver()
class NewResolver {
  @Allow('vault', 'open')
  @Query(() => String)
  newSecret(): string {
    return 'the secret';
  }

  @Allow('case', 'burn')
  @Mutation(() => String)
  newDeed(): string {
    return 'done';
  }

  @Allow('self', 'use')
  @Query(() => String)
  old(): string {
    return 'mine';
  }
}

const ROLES = ['AGENT', 'SENIOR_AGENT', 'CASEWORKER', 'CASEWORKER_LEAD', 'FINANCE', 'AUDITOR', 'ADMIN'];
const staff = (...roles: string[]): Principal => ({
  ...ANONYMOUS,
  kind: 'staff',
  actorId: '7',
  roles,
  organisationId: 1,
});

let access: Access;
let ask: (source: string, principal: Principal) => ReturnType<typeof graphql>;
beforeAll(async () => {
  access = await createAccess();
  const schema = await buildSchema({
    resolvers: [NewResolver],
    authChecker: authChecker(access),
    authMode: 'error',
    validate: false,
  });
  ask = (source, principal) => graphql({ schema, source, contextValue: { db: { principal } } });
});

describe('a new operation without a line in the policy', () => {
  test('is refused to every role, and to somebody who has them all', async () => {
    for (const actor of [...ROLES.map(role => staff(role)), staff(...ROLES, 'STAFF')]) {
      for (const source of ['{ newSecret }', 'mutation { newDeed }']) {
        const { data, errors } = await ask(source, actor);
        expect(data ?? null).toBeNull();
        expect(errors?.[0]?.message).toMatch(/^Access denied/);
      }
      expect((await ask('{ old }', actor)).data).toEqual({ old: 'mine' });
    }
  });

  test('is refused to strangers and to the system, which is not somebody at a desk', async () => {
    for (const actor of [ANONYMOUS, SYSTEM, { ...staff(...ROLES), kind: 'anonymous' as const }])
      for (const source of ['{ newSecret }', 'mutation { newDeed }', '{ old }'])
        expect((await ask(source, actor)).errors?.[0]?.message).toBe('UNAUTHENTICATED');
  });

  test('is refused whatever facts about a row are known', () => {
    const facts = { organisationId: 1, kind: 'INQUIRY', barred: false, reservedBy: '7', decidedBy: '7' };
    for (const role of ROLES) {
      expect(access.may(staff(role), { resource: 'vault', action: 'open' }, facts)).toBe(false);
      expect(access.scopes(staff(role), 'case', 'burn').size).toBe(0);
    }
  });
});
