import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { DeclareTieInput } from './tie.input.ts';
import { MOST_TIES, type TieService } from './tie.service.ts';
import { StaffTieType } from './tie.type.ts';

@Resolver()
export class TieResolver {
  constructor(private readonly ties: TieService) {}

  @AtMost(MOST_TIES)
  @Allow('self', 'use')
  @Query(() => [StaffTieType])
  myTies(@Ctx() { db }: RequestContext): Promise<StaffTieType[]> {
    return this.ties.mine(db);
  }

  @Allow('self', 'use')
  @Mutation(() => StaffTieType)
  declareTie(
    @Arg('input', () => DeclareTieInput) input: DeclareTieInput,
    @Ctx() { db }: RequestContext,
  ): Promise<StaffTieType> {
    return this.ties.declare(db, input);
  }

  @Allow('self', 'use')
  @Mutation(() => Boolean)
  async endTie(@Arg('id', () => EntityId) id: string, @Ctx() { db }: RequestContext): Promise<boolean> {
    await this.ties.end(db, id);
    return true;
  }
}
