import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { StrikeDocumentInput } from './document.input.ts';
import type { DocumentReadModel } from './document.readmodel.ts';
import type { DocumentService } from './document.service.ts';
import { CaseDocumentsType } from './document.type.ts';

export interface DocumentResolverParts {
  readonly documents: DocumentService;
  readonly reading: DocumentReadModel;
}

@Resolver()
export class DocumentResolver {
  constructor(private readonly parts: DocumentResolverParts) {}

  @Allow('document', 'read')
  @Query(() => CaseDocumentsType)
  caseDocuments(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDocumentsType> {
    return this.parts.reading.documents(db, caseId);
  }

  @Allow('document', 'add')
  @Mutation(() => CaseDocumentsType, {
    description:
      'A paper registered by mistake, or as something it is not: it stays, with the reason, and counts no more.',
  })
  async strikeDocument(
    @Arg('input', () => StrikeDocumentInput) input: StrikeDocumentInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDocumentsType> {
    const caseId = await this.parts.documents.strike(db, input);
    return this.parts.reading.documents(db, caseId);
  }
}
