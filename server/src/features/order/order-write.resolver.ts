import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { DraftType } from '../case/case.type.ts';
import { AddOrderNoteInput, SaveOrderDraftInput } from './order-note.input.ts';
import type { OrderNoteService } from './order-note.service.ts';

@Resolver()
export class OrderWriteResolver {
  constructor(private readonly parts: { readonly notes: OrderNoteService }) {}

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
}
