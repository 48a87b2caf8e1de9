import { Arg, Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { ShortText } from '../../platform/graphql/scalars.ts';
import { BlockCardInput, CardFilter, RecordCardInput, ReissueCardInput } from './card.input.ts';
import type { CardListReadModel } from './card-list.readmodel.ts';
import type { CardPageReadModel } from './card-page.readmodel.ts';
import { CardDetailType, CardPageType, CardReissuedType } from './card-page.type.ts';
import type { CardRequestService } from './card-request.service.ts';
import type { RecordCardService } from './record-card.service.ts';
import type { ReissueCardService } from './reissue-card.service.ts';

@ArgsType()
class CardsArgs {
  @Field(() => CardFilter, { nullable: true }) filter?: CardFilter | null;
  @Field(() => PageInput, { nullable: true }) page?: PageInput | null;
  @Field(() => Boolean, { nullable: true }) withCount?: boolean | null;
}

export interface CardResolverParts {
  readonly list: CardListReadModel;
  readonly page: CardPageReadModel;
  readonly requests: CardRequestService;
  readonly records: RecordCardService;
  readonly reissues: ReissueCardService;
}

@Resolver()
export class CardResolver {
  constructor(private readonly parts: CardResolverParts) {}

  @Allow('card', 'read')
  @Query(() => CardPageType)
  cards(@Args(() => CardsArgs) args: CardsArgs, @Ctx() { db }: RequestContext): Promise<CardPageType> {
    return this.parts.list.cards(db, args);
  }

  @Allow('card', 'read')
  @Query(() => CardDetailType)
  card(
    @Arg('cardNumber', () => ShortText) cardNumber: string,
    @Ctx() { db }: RequestContext,
  ): Promise<CardDetailType> {
    return this.parts.page.card(db, { by: 'number', value: cardNumber });
  }

  @Allow('card', 'block')
  @Mutation(() => CardDetailType)
  async blockCard(
    @Arg('input', () => BlockCardInput) input: BlockCardInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CardDetailType> {
    await this.parts.requests.blockOnRequest(db, input);
    return this.parts.page.card(db, { by: 'id', value: input.cardId });
  }

  @Allow('card', 'record')
  @Mutation(() => CardDetailType)
  async recordCard(
    @Arg('input', () => RecordCardInput) input: RecordCardInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CardDetailType> {
    await this.parts.records.recordCard(db, { ...input, by: input.by ?? null });
    return this.parts.page.card(db, { by: 'id', value: input.cardId });
  }

  @Allow('card', 'reissue')
  @Mutation(() => CardReissuedType)
  async reissueCard(
    @Arg('input', () => ReissueCardInput) input: ReissueCardInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CardReissuedType> {
    const orderNumber = await this.parts.reissues.reissueCard(db, {
      ...input,
      comment: input.comment ?? null,
    });
    return { orderNumber, card: await this.parts.page.card(db, { by: 'id', value: input.cardId }) };
  }
}
