import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { PaymentFilter, PlacePaymentInput } from './payment.input.ts';
import type { PaymentReadModel } from './payment.readmodel.ts';
import { PaymentFileType, PaymentPageType, PaymentType } from './payment.type.ts';
import type { PlacePaymentService } from './place-payment.service.ts';

@Resolver()
export class PaymentResolver {
  constructor(
    private readonly pages: PaymentReadModel,
    private readonly placing: PlacePaymentService,
  ) {}

  @Allow('payment', 'read')
  @Query(() => PaymentPageType, { description: 'What came from the bank, the newest first.' })
  payments(
    @Arg('filter', () => PaymentFilter, { nullable: true }) filter: PaymentFilter | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<PaymentPageType> {
    return this.pages.list(db, filter ?? {}, page ?? FIRST_PAGE);
  }

  @Allow('payment', 'read')
  @Query(() => PaymentType)
  payment(@Arg('id', () => EntityId) id: string, @Ctx() { db }: RequestContext): Promise<PaymentType> {
    return this.pages.payment(db, id);
  }

  @Allow('payment', 'read')
  @AtMost(20)
  @Query(() => [PaymentFileType], { description: 'Files from the bank, the newest 20.' })
  paymentFiles(@Ctx() { db }: RequestContext): Promise<PaymentFileType[]> {
    return this.pages.files(db);
  }

  @Allow('payment', 'place')
  @Mutation(() => PaymentType, { description: 'What is left of it, or some of that, is for this invoice.' })
  async placePayment(
    @Arg('input', () => PlacePaymentInput) input: PlacePaymentInput,
    @Ctx() { db }: RequestContext,
  ): Promise<PaymentType> {
    await this.placing.place(db, input);
    return this.pages.payment(db, input.id);
  }
}
