import { Arg, Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { DraftType } from '../case/case.type.ts';
import { MailRowType } from '../correspondence/mail.type.ts';
import { Register } from '../register-check/register-check.enums.ts';
import { CancelOrderItemInput } from './cancel-item.input.ts';
import type { CancelItemService } from './cancel-item.service.ts';
import { SendExplanationInput } from './explanation.input.ts';
import type { ExplanationReadModel } from './explanation.readmodel.ts';
import type { ExplanationService } from './explanation.service.ts';
import { ExplanationPreviewType } from './explanation.type.ts';
import { AddOrderNoteInput, SaveOrderDraftInput } from './order-note.input.ts';
import type { OrderNoteService } from './order-note.service.ts';

export interface OrderWriteParts {
  readonly notes: OrderNoteService;
  readonly explanations: ExplanationService;
  readonly previews: ExplanationReadModel;
  readonly cancelling: CancelItemService;
}

@ArgsType()
class PreviewArgs {
  @Field(() => EntityId) orderItemId: string;
  @Field(() => Register, { nullable: true }) register?: Register | null;
}

@Resolver()
export class OrderWriteResolver {
  constructor(private readonly parts: OrderWriteParts) {}

  @Allow('order', 'annotate')
  @Mutation(() => Boolean)
  async addOrderNote(
    @Arg('input', () => AddOrderNoteInput) input: AddOrderNoteInput,
    @Ctx() { db }: RequestContext,
  ): Promise<boolean> {
    await this.parts.notes.addOrderNote(db, input);
    return true;
  }

  @Allow('order', 'annotate')
  @Mutation(() => DraftType)
  saveOrderDraft(
    @Arg('input', () => SaveOrderDraftInput) input: SaveOrderDraftInput,
    @Ctx() { db }: RequestContext,
  ): Promise<DraftType> {
    return this.parts.notes.saveOrderDraft(db, input);
  }

  @Allow('order', 'annotate')
  @Mutation(() => Boolean)
  discardOrderDraft(
    @Arg('orderItemId', () => EntityId) orderItemId: string,
    @Arg('action', () => ShortText) action: string,
    @Ctx() { db }: RequestContext,
  ): Promise<boolean> {
    return this.parts.notes.discardOrderDraft(db, orderItemId, action);
  }

  @Allow('order', 'explain')
  @Query(() => ExplanationPreviewType)
  explanationPreview(
    @Args(() => PreviewArgs) { orderItemId, register = null }: PreviewArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<ExplanationPreviewType> {
    return this.parts.previews.preview(db, orderItemId, register);
  }

  @Allow('order', 'explain')
  @Mutation(() => MailRowType)
  sendExplanation(
    @Arg('input', () => SendExplanationInput) input: SendExplanationInput,
    @Ctx() { db }: RequestContext,
  ): Promise<MailRowType> {
    return this.parts.explanations.sendExplanation(db, input);
  }

  @Allow('order', 'explain')
  @Mutation(() => MailRowType)
  undoExplanation(
    @Arg('mailId', () => EntityId) mailId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<MailRowType> {
    return this.parts.explanations.undoExplanation(db, mailId);
  }

  @Allow('order', 'cancel')
  @Mutation(() => Boolean)
  async cancelOrderItem(
    @Arg('input', () => CancelOrderItemInput) { comment = null, ...input }: CancelOrderItemInput,
    @Ctx() { db }: RequestContext,
  ): Promise<boolean> {
    await this.parts.cancelling.cancelItem(db, { ...input, comment });
    return true;
  }
}
