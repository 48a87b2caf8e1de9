import { Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Weight } from '../../platform/graphql/cost.ts';
import type { MyDayReadModel } from './my-day.readmodel.ts';
import { MenuCountsType, MyDayType } from './my-day.type.ts';

@Resolver()
export class MyDayResolver {
  constructor(private readonly parts: { readonly myDay: MyDayReadModel }) {}

  @Allow('self', 'use')
  @Weight(50)
  @Query(() => MyDayType)
  myDay(@Ctx() { db }: RequestContext): Promise<MyDayType> {
    return this.parts.myDay.myDay(db);
  }

  @Allow('self', 'use')
  @Query(() => MenuCountsType)
  menuCounts(@Ctx() { db }: RequestContext): Promise<MenuCountsType> {
    return this.parts.myDay.menuCounts(db);
  }
}
