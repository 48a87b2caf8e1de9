import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Weight } from '../../platform/graphql/cost.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { ApprovalRegister } from './firm-approval.enums.ts';
import { ApprovedFirmFilter } from './firm-register.input.ts';
import type { FirmRegisterReadModel } from './firm-register.readmodel.ts';
import { ApprovedFirmPageType } from './firm-register.type.ts';

@ArgsType()
class ApprovedFirmsArgs {
  @Field(() => ApprovalRegister) register: ApprovalRegister;
  @Field(() => ApprovedFirmFilter, { nullable: true }) filter?: ApprovedFirmFilter | null;
  @Field(() => PageInput, { nullable: true }) page?: PageInput | null;
}

@Resolver()
export class FirmRegisterResolver {
  constructor(private readonly pages: FirmRegisterReadModel) {}

  @Allow('firm-register', 'read')
  @Weight(50)
  @Query(() => ApprovedFirmPageType, {
    description: 'Firms in a register of approved firms, whoever changed last first.',
  })
  approvedFirms(
    @Args(() => ApprovedFirmsArgs) args: ApprovedFirmsArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<ApprovedFirmPageType> {
    return this.pages.page(db, args);
  }
}
