import { Arg, Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost, Weight } from '../../platform/graphql/cost.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { HandOverApplicationInput, RegisterApplicationInput } from './application.input.ts';
import type { ApplicationDetailReadModel } from './application-detail.readmodel.ts';
import { ApplicationDetailType } from './application-detail.type.ts';
import type { ApplicationListReadModel } from './application-list.readmodel.ts';
import { ApplicationFilter, ApplicationPageType } from './application-list.type.ts';
import type { ApplicationOptionsReadModel } from './application-options.readmodel.ts';
import { ApplicationOptionsType } from './application-options.type.ts';
import type { PrecedentReadModel } from './precedent.readmodel.ts';
import { PrecedentType } from './precedent.type.ts';
import type { RegisterApplicationService } from './register-application.service.ts';
import { RegisteredApplicationType } from './registered-application.type.ts';

@ArgsType()
class ApplicationsArgs {
  @Field(() => ApplicationFilter, { nullable: true }) filter?: ApplicationFilter | null;
  @Field(() => PageInput, { nullable: true }) page?: PageInput | null;
  @Field(() => Boolean, { nullable: true }) withCount?: boolean | null;
}

export interface ApplicationResolverParts {
  readonly detail: ApplicationDetailReadModel;
  readonly list: ApplicationListReadModel;
  readonly options: ApplicationOptionsReadModel;
  readonly precedents: PrecedentReadModel;
  readonly registering: RegisterApplicationService;
}

@Resolver()
export class ApplicationResolver {
  constructor(private readonly parts: ApplicationResolverParts) {}

  @Allow('application', 'read')
  @Query(() => ApplicationDetailType, {
    description: 'By its case. Unknown and forbidden both answer NOT_FOUND.',
  })
  applicationDetail(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ApplicationDetailType> {
    return this.parts.detail.detail(db, caseId);
  }

  @Allow('application', 'read')
  @Query(() => ApplicationPageType, { description: 'Newest first.' })
  applications(
    @Args(() => ApplicationsArgs) args: ApplicationsArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<ApplicationPageType> {
    return this.parts.list.applications(db, args);
  }

  @Allow('application', 'register')
  @Query(() => ApplicationOptionsType, { description: 'Where an application about an order line begins.' })
  applicationOptions(
    @Arg('orderItemId', () => EntityId) orderItemId: string,
    @Arg('language', () => Language, { defaultValue: Language.nb }) language: Language,
    @Ctx() { db }: RequestContext,
  ): Promise<ApplicationOptionsType> {
    return this.parts.options.options(db, { orderItemId, language });
  }

  @Allow('decision', 'read')
  @Weight(50)
  @AtMost(10)
  @Query(() => [PrecedentType], { description: 'The ten decided applications most like this one.' })
  precedents(
    @Arg('applicationId', () => EntityId) applicationId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<PrecedentType[]> {
    return this.parts.precedents.precedents(db, applicationId);
  }

  @Allow('application', 'register')
  @Mutation(() => RegisteredApplicationType)
  registerApplication(
    @Arg('input', () => RegisterApplicationInput) input: RegisterApplicationInput,
    @Ctx() { db }: RequestContext,
  ): Promise<RegisteredApplicationType> {
    return this.parts.registering.register(db, input);
  }

  @Allow('application', 'handover')
  @Mutation(() => RegisteredApplicationType, {
    description: 'From then on the issuer sees how far it has come, and none of its papers.',
  })
  handOverApplication(
    @Arg('input', () => HandOverApplicationInput) input: HandOverApplicationInput,
    @Ctx() { db }: RequestContext,
  ): Promise<RegisteredApplicationType> {
    return this.parts.registering.handOver(db, input);
  }
}
