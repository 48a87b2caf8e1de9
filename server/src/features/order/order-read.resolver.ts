import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import { AppError } from '../../platform/errors.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { OrderFilter } from './order.input.ts';
import type { OrderListReadModel } from './order-list.readmodel.ts';
import { OrderPageType } from './order-list.type.ts';
import { OrderSort } from './order-page.enums.ts';
import type { OrderPageReadModel } from './order-page.readmodel.ts';
import { OrderDetailType } from './order-page.type.ts';

@ArgsType()
class OrdersArgs {
  @Field(() => OrderFilter, { nullable: true }) filter?: OrderFilter | null;
  @Field(() => OrderSort, { nullable: true }) sort?: OrderSort | null;
  @Field(() => PageInput, { nullable: true }) page?: PageInput | null;
  @Field(() => Boolean, { nullable: true }) withCount?: boolean | null;
}

@ArgsType()
class OrderArgs {
  @Field(() => EntityId, { nullable: true }) id?: string | null;
  @Field(() => ShortText, { nullable: true }) number?: string | null;
  @Field(() => Int, { nullable: true }) line?: number | null;
}

export interface OrderReadParts {
  readonly list: OrderListReadModel;
  readonly page: OrderPageReadModel;
}

@Resolver()
export class OrderReadResolver {
  constructor(private readonly parts: OrderReadParts) {}

  @Allow('order', 'read')
  @Query(() => OrderPageType)
  orders(@Args(() => OrdersArgs) args: OrdersArgs, @Ctx() { db }: RequestContext): Promise<OrderPageType> {
    return this.parts.list.orders(db, args);
  }

  @Allow('order', 'read')
  @Query(() => OrderDetailType, {
    description: 'By id or by number (1045182). Unknown and forbidden both answer NOT_FOUND.',
  })
  order(
    @Args(() => OrderArgs) { id, number, line = null }: OrderArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<OrderDetailType> {
    if (id) return this.parts.page.order(db, { by: 'id', value: id, line });
    if (number) return this.parts.page.order(db, { by: 'number', value: number, line });
    throw new AppError('VALIDATION_FAILED', { what: 'ID_OR_NUMBER' });
  }
}
