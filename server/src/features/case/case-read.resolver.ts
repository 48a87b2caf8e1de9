import { Arg, Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import { AppError } from '../../platform/errors.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Weight } from '../../platform/graphql/cost.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { CaseFilter, CaseOrder } from './case.input.ts';
import type { CaseReadModel } from './case.readmodel.ts';
import { CaseFacetsType, CasePageType, DeadlineType } from './case.type.ts';
import type { CaseDetailReadModel } from './case-detail.readmodel.ts';
import { CaseDetailType } from './case-detail.type.ts';
import type { CaseFacetsReadModel } from './case-facets.readmodel.ts';
import { colleagues } from './colleagues.readmodel.ts';

@ArgsType()
class CasesArgs {
  @Field(() => CaseFilter, { nullable: true }) filter?: CaseFilter | null;
  @Field(() => CaseOrder, { nullable: true }) order?: CaseOrder | null;
  @Field(() => PageInput, { nullable: true }) page?: PageInput | null;
  @Field(() => Boolean, { nullable: true }) withCount?: boolean | null;
  @Field(() => Boolean, { nullable: true }) countExactly?: boolean | null;
}

export interface CaseReadResolverParts {
  readonly cases: CaseReadModel;
  readonly facets: CaseFacetsReadModel;
  readonly detail: CaseDetailReadModel;
}

@Resolver()
export class CaseReadResolver {
  constructor(private readonly parts: CaseReadResolverParts) {}

  @Allow('case', 'read')
  @Query(() => CasePageType)
  cases(@Args(() => CasesArgs) args: CasesArgs, @Ctx() { db }: RequestContext): Promise<CasePageType> {
    return this.parts.cases.cases(db, args);
  }

  @Allow('case', 'read')
  @Query(() => CasePageType)
  myCases(
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<CasePageType> {
    return this.parts.cases.myCases(db, page);
  }

  @Allow('case', 'read')
  @Weight(50)
  @Query(() => CaseFacetsType)
  caseFacets(
    @Arg('filter', () => CaseFilter, { nullable: true }) filter: CaseFilter | null,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseFacetsType> {
    return this.parts.facets.caseFacets(db, filter ?? {});
  }

  @Allow('case', 'read')
  @Query(() => CaseDetailType, {
    description: 'By id or by number (2026/000123). Unknown and forbidden both answer NOT_FOUND.',
  })
  case(
    @Arg('id', () => EntityId, { nullable: true }) id: string | null,
    @Arg('number', () => ShortText, { nullable: true }) number: string | null,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    if (id) return this.parts.detail.findCase(db, { id });
    if (number) return this.parts.detail.findCase(db, { number });
    throw new AppError('VALIDATION_FAILED', { what: 'ID_OR_NUMBER' });
  }

  @Allow('case', 'read')
  @Query(() => DeadlineType)
  deadlineIfHeld(
    @Arg('caseId', () => EntityId) caseId: string,
    @Arg('until', () => LocalDateScalar) until: string,
    @Ctx() { db }: RequestContext,
  ): Promise<DeadlineType> {
    return this.parts.detail.deadlineIfHeld(db, { caseId, until });
  }

  @Allow('case', 'annotate')
  @Query(() => [StaffRefType])
  colleagues(@Ctx() { db }: RequestContext): Promise<StaffRefType[]> {
    return colleagues(db);
  }
}
