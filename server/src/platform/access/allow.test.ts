import 'reflect-metadata';
import { Mutation, Query, Resolver } from 'type-graphql';
import { expect, it } from 'vitest';
import { Allow, operationRules, Public } from './allow.ts';

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
