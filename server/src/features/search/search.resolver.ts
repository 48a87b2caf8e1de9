import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Weight } from '../../platform/graphql/cost.ts';
import { ShortText } from '../../platform/graphql/scalars.ts';
import type { SearchReadModel } from './search.readmodel.ts';
import { SearchResultType } from './search.type.ts';

@Resolver()
export class SearchResolver {
  constructor(private readonly parts: { readonly searches: SearchReadModel }) {}

  @Allow('search', 'use')
  @Weight(50)
  @Query(() => SearchResultType)
  async search(
    @Arg('text', () => ShortText) text: string,
    @Ctx() { db }: RequestContext,
  ): Promise<SearchResultType> {
    return { hits: await this.parts.searches.search(db, text) };
  }
}
