import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Weight } from '../../platform/graphql/cost.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { ShortText } from '../../platform/graphql/scalars.ts';
import { RevokeDelegationInput } from '../delegation/delegation.input.ts';
import type { DelegationService } from '../delegation/delegation.service.ts';
import { FirmRefreshOutcome } from './firm.enums.ts';
import { RefreshFirmInput } from './firm.input.ts';
import { FirmDetailType, FirmEmployeePageType } from './firm.type.ts';
import type { FirmPageReadModel } from './firm-page.readmodel.ts';
import type { RefreshFirmService } from './refresh-firm.service.ts';

export interface FirmResolverParts {
  readonly firms: FirmPageReadModel;
  readonly delegations: DelegationService;
  readonly refreshing: RefreshFirmService;
}

@Resolver()
export class FirmResolver {
  constructor(private readonly parts: FirmResolverParts) {}

  @Allow('firm', 'read')
  @Query(() => FirmDetailType, { description: 'A main unit or a sub-unit, by organisation number.' })
  firm(
    @Arg('orgNumber', () => ShortText) orgNumber: string,
    @Ctx() { db }: RequestContext,
  ): Promise<FirmDetailType> {
    return this.parts.firms.firm(db, orgNumber);
  }

  @Allow('firm', 'read')
  @Weight(50)
  @Query(() => FirmEmployeePageType, { description: 'Who works there today, by name.' })
  firmEmployees(
    @Arg('orgNumber', () => ShortText) orgNumber: string,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<FirmEmployeePageType> {
    return this.parts.firms.employees(db, { orgNumber, page });
  }

  @Allow('firm', 'refresh')
  @Weight(50)
  @Mutation(() => FirmRefreshOutcome, { description: 'Asks Enhetsregisteret now, at most once a minute.' })
  refreshFirm(
    @Arg('input', () => RefreshFirmInput) { orgNumber }: RefreshFirmInput,
    @Ctx() { db }: RequestContext,
  ): Promise<FirmRefreshOutcome> {
    return this.parts.refreshing.refresh(db, orgNumber);
  }

  @Allow('delegation', 'revoke')
  @Mutation(() => FirmDetailType)
  async revokeDelegation(
    @Arg('input', () => RevokeDelegationInput) input: RevokeDelegationInput,
    @Ctx() { db }: RequestContext,
  ): Promise<FirmDetailType> {
    return this.parts.firms.firm(db, await this.parts.delegations.revoke(db, input));
  }
}
