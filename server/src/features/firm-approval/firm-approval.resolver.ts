import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { RegisteredApplicationType } from '../application/registered-application.type.ts';
import { CaseVersionInput } from '../case/case.input.ts';
import type { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { CaseDetailType } from '../case/case-detail.type.ts';
import { AssessConditionInput, RegisterApprovalInput } from './firm-approval.input.ts';
import type { FirmApprovalService } from './firm-approval.service.ts';
import type { RegisterApprovalService } from './register-approval.service.ts';

export interface FirmApprovalResolverParts {
  readonly approving: FirmApprovalService;
  readonly registering: RegisterApprovalService;
  readonly details: Pick<CaseDetailReadModel, 'caseDetail'>;
}

@Resolver()
export class FirmApprovalResolver {
  constructor(private readonly parts: FirmApprovalResolverParts) {}

  @Allow('application', 'register:approval')
  @Mutation(() => RegisteredApplicationType, {
    description: 'Of the authority: the firm is in the register from then on.',
  })
  registerApproval(
    @Arg('input', () => RegisterApprovalInput) input: RegisterApprovalInput,
    @Ctx() { db }: RequestContext,
  ): Promise<RegisteredApplicationType> {
    return this.parts.registering.register(db, input);
  }

  @Allow('application', 'work')
  @Mutation(() => CaseDetailType)
  async assessCondition(
    @Arg('input', () => AssessConditionInput) input: AssessConditionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.approving.assess(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('decision', 'propose')
  @Mutation(() => CaseDetailType, { description: 'The firm may order cards; its approval waits for them.' })
  async openCardOrdering(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.approving.openOrdering(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }
}
