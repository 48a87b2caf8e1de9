import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { CaseVersionInput } from '../case/case.input.ts';
import type { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { CaseDetailType } from '../case/case-detail.type.ts';
import {
  AcceptLateAppealInput,
  AppealsBodyResultInput,
  ForwardAppealInput,
  RegisterAppealInput,
} from './appeal.input.ts';
import type { AppealService } from './appeal.service.ts';

export interface AppealResolverParts {
  readonly appeals: AppealService;
  readonly details: Pick<CaseDetailReadModel, 'caseDetail'>;
}

@Resolver()
export class AppealResolver {
  constructor(private readonly parts: AppealResolverParts) {}

  @Allow('appeal', 'register')
  @Mutation(() => CaseDetailType)
  async registerAppeal(
    @Arg('input', () => RegisterAppealInput) input: RegisterAppealInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.appeals.register(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('appeal', 'settle')
  @Mutation(() => CaseDetailType)
  async acceptLateAppeal(
    @Arg('input', () => AcceptLateAppealInput) input: AcceptLateAppealInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.appeals.acceptLate(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('appeal', 'settle')
  @Mutation(() => CaseDetailType)
  async forwardAppeal(
    @Arg('input', () => ForwardAppealInput) input: ForwardAppealInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.appeals.forward(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('appeal', 'settle')
  @Mutation(() => CaseDetailType, { description: 'By the appellant: what was decided stands.' })
  async withdrawAppeal(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.appeals.withdraw(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('appeal', 'register')
  @Mutation(() => CaseDetailType)
  async recordAppealsBodyResult(
    @Arg('input', () => AppealsBodyResultInput) input: AppealsBodyResultInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.appeals.recordResult(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }
}
