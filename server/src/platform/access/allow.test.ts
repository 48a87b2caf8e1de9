import 'reflect-metadata';
import { Authorized, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, it } from 'vitest';
import { Allow, operationRules, Public, requireGuardsThatWork } from './allow.ts';

@Resolver()
class CarefulResolver {
  @Allow('self', 'use')
  @Query(() => String)
  mine(): string {
    return 'mine';
  }

  @Public()
  @Query(() => String)
  everybodys(): string {
    return 'open';
  }
}

it('every operation is known with who may call it', () => {
  expect(new CarefulResolver().mine()).toBe('mine');
  expect([...operationRules()]).toEqual([
    ['mine', { resource: 'self', action: 'use' }],
    ['everybodys', 'public'],
  ]);
});

it('a query or mutation that does not say who may call it stops the server', () => {
  @Resolver()
  class ForgetfulResolver {
    @Query(() => String)
    secret(): string {
      return 'secret';
    }

    @Mutation(() => String)
    change(): string {
      return 'changed';
    }
  }
  expect(new ForgetfulResolver().secret()).toBe('secret');
  expect(() => operationRules()).toThrow(
    'No @Allow or @Public on: ForgetfulResolver.secret, ForgetfulResolver.change',
  );
});

it('a guard on a field that is read straight off its row stops the server: it would never be asked', () => {
  @ObjectType('Guarded', { simpleResolvers: true })
  class GuardedType {
    @Authorized('person|reveal:nationalId')
    @Field(() => String, { simple: false })
    asked = 'asked';
  }
  expect(new GuardedType().asked).toBe('asked');
  expect(() => requireGuardsThatWork()).not.toThrow();

  @ObjectType('Unguarded', { simpleResolvers: true })
  class UnguardedType {
    @Authorized('person|reveal:nationalId')
    @Field(() => String)
    secret = 'secret';
  }
  expect(new UnguardedType().secret).toBe('secret');
  expect(() => requireGuardsThatWork()).toThrow('say simple: false on: UnguardedType.secret');
});
