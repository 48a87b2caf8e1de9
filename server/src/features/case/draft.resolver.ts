import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { SaveDraftInput } from './case.input.ts';
import { DraftType } from './case.type.ts';
import type { DraftService } from './draft.service.ts';

@Resolver()
export class DraftResolver {
  constructor(private readonly drafts: DraftService) {}

  @Allow('case', 'annotate')
  @Mutation(() => DraftType)
  saveDraft(
    @Arg('input', () => SaveDraftInput) input: SaveDraftInput,
    @Ctx() { db }: RequestContext,
  ): Promise<DraftType> {
    return this.drafts.saveDraft(db, input);
  }

  @Allow('case', 'annotate')
  @Mutation(() => Boolean)
  discardDraft(
    @Arg('caseId', () => EntityId) caseId: string,
    @Arg('action', () => ShortText) action: string,
    @Ctx() { db }: RequestContext,
  ): Promise<boolean> {
    return this.drafts.discardDraft(db, caseId, action);
  }
}
