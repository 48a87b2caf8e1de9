import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { CaseVersionInput } from '../case/case.input.ts';
import type { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { CaseDetailType } from '../case/case-detail.type.ts';
import type { AskDocumentsService } from './ask-documents.service.ts';
import { DocumentRequestType } from './document-request.type.ts';

export interface DocumentRequestResolverParts {
  readonly asking: AskDocumentsService;
  readonly details: Pick<CaseDetailReadModel, 'caseDetail'>;
}

@Resolver()
export class DocumentRequestResolver {
  constructor(private readonly parts: DocumentRequestResolverParts) {}

  @Allow('application', 'work')
  @Query(() => DocumentRequestType)
  documentRequest(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<DocumentRequestType> {
    return this.parts.asking.preview(db, caseId);
  }

  @Allow('application', 'work')
  @Mutation(() => CaseDetailType, { description: 'The letter goes out, and the case waits for the answer.' })
  async askForDocuments(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.asking.ask(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }
}
