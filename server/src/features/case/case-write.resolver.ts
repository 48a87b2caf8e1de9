import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import {
  AddNoteInput,
  BarPersonInput,
  CaseVersionInput,
  CloseCaseInput,
  HoldCaseInput,
  LinkCaseInput,
  RegisterInquiryInput,
  ReopenCaseInput,
  SetPriorityInput,
  SetPromiseInput,
  UnbarPersonInput,
  UnlinkCaseInput,
} from './case.input.ts';
import type { CaseService } from './case.service.ts';
import type { CaseDetailReadModel } from './case-detail.readmodel.ts';
import { CaseDetailType } from './case-detail.type.ts';
import type { HoldService } from './hold.service.ts';
import type { InquiryService } from './inquiry.service.ts';
import type { LinkService } from './link.service.ts';
import type { ReopenService } from './reopen.service.ts';

export interface CaseWriteResolverParts {
  readonly cases: CaseService;
  readonly holds: HoldService;
  readonly links: LinkService;
  readonly reopening: ReopenService;
  readonly inquiries: InquiryService;
  readonly details: Pick<CaseDetailReadModel, 'caseDetail'>;
}

@Resolver()
export class CaseWriteResolver {
  constructor(private readonly parts: CaseWriteResolverParts) {}

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async holdCase(
    @Arg('input', () => HoldCaseInput) input: HoldCaseInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.holds.holdCase(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async resumeCase(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.holds.resumeCase(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'annotate')
  @Mutation(() => CaseDetailType)
  async addNote(
    @Arg('input', () => AddNoteInput) input: AddNoteInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.cases.addNote(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'annotate')
  @Mutation(() => CaseDetailType)
  async linkCase(
    @Arg('input', () => LinkCaseInput) input: LinkCaseInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.links.linkCase(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'annotate')
  @Mutation(() => CaseDetailType)
  async unlinkCase(
    @Arg('input', () => UnlinkCaseInput) input: UnlinkCaseInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.links.unlinkCase(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'annotate')
  @Mutation(() => CaseDetailType)
  async barPerson(
    @Arg('input', () => BarPersonInput) input: BarPersonInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.links.barPerson(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'annotate')
  @Mutation(() => CaseDetailType)
  async unbarPerson(
    @Arg('input', () => UnbarPersonInput) input: UnbarPersonInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.links.unbarPerson(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'reopen')
  @Mutation(() => CaseDetailType)
  async reopenCase(
    @Arg('input', () => ReopenCaseInput) input: ReopenCaseInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.reopening.reopenCase(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async closeCase(
    @Arg('input', () => CloseCaseInput) input: CloseCaseInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.cases.closeCase(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async setPriority(
    @Arg('input', () => SetPriorityInput) input: SetPriorityInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.cases.setPriority(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async setPromise(
    @Arg('input', () => SetPromiseInput) input: SetPromiseInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.cases.setPromise(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'register')
  @Mutation(() => CaseDetailType)
  async registerInquiry(
    @Arg('input', () => RegisterInquiryInput) input: RegisterInquiryInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    const id = await this.parts.inquiries.registerInquiry(db, input);
    return this.parts.details.caseDetail(db, id);
  }
}
