import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { ReleaseProductionLineInput } from './production.input.ts';
import type { ProductionReadModel } from './production.readmodel.ts';
import { ProductionBatchDetailType, ProductionLineType, ProductionPageType } from './production.type.ts';
import type { ReleaseLineService } from './release-line.service.ts';

@Resolver()
export class ProductionResolver {
  constructor(
    private readonly pages: ProductionReadModel,
    private readonly service: ReleaseLineService,
  ) {}

  @Allow('production', 'read')
  @Query(() => ProductionPageType, {
    description: 'Cards in production: what waits, what is late, every batch.',
  })
  production(
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<ProductionPageType> {
    return this.pages.page(db, page ?? FIRST_PAGE);
  }

  @Allow('production', 'read')
  @Query(() => ProductionBatchDetailType)
  productionBatch(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ProductionBatchDetailType> {
    return this.pages.batch(db, id);
  }

  @Allow('production', 'release')
  @Mutation(() => ProductionLineType, {
    description: 'The card goes again at the next hand-over; what was wrong has been seen to.',
  })
  async releaseProductionLine(
    @Arg('input', () => ReleaseProductionLineInput) input: ReleaseProductionLineInput,
    @Ctx() { db }: RequestContext,
  ): Promise<ProductionLineType> {
    await this.service.release(db, input);
    return this.pages.line(db, input.id);
  }
}
