import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { StaffOrganisationType } from './me.type.ts';
import { CreateStaffInput, StaffFilter, UpdateStaffInput } from './staff.input.ts';
import type { StaffReadModel } from './staff.readmodel.ts';
import type { StaffService } from './staff.service.ts';
import { StaffCreatedType, StaffPageType, StaffUserType } from './staff.type.ts';
import { RejectStaffGrantInput, StaffGrantInput } from './staff-grant.input.ts';
import type { StaffGrantService } from './staff-grant.service.ts';

@Resolver()
export class StaffResolver {
  constructor(
    private readonly staff: StaffService,
    private readonly readModel: StaffReadModel,
    private readonly grants: StaffGrantService,
  ) {}

  @Allow('staff', 'read')
  @Query(() => StaffPageType)
  staffUsers(
    @Arg('filter', () => StaffFilter, { nullable: true }) filter: StaffFilter | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<StaffPageType> {
    return this.readModel.page(db, filter ?? {}, page ?? FIRST_PAGE);
  }

  @Allow('staff', 'read')
  @Query(() => StaffUserType)
  staffUser(@Arg('id', () => EntityId) id: string, @Ctx() { db }: RequestContext): Promise<StaffUserType> {
    return this.readModel.one(db, id);
  }

  @Allow('staff', 'read')
  @Query(() => [StaffOrganisationType])
  staffOrganisations(@Ctx() { db }: RequestContext): Promise<StaffOrganisationType[]> {
    return this.readModel.organisations(db);
  }

  @Allow('staff', 'manage')
  @Mutation(() => StaffCreatedType)
  async createStaff(
    @Arg('input', () => CreateStaffInput) input: CreateStaffInput,
    @Ctx() { db }: RequestContext,
  ): Promise<StaffCreatedType> {
    const { id, oneTimePassword } = await this.staff.create(db, input);
    return { user: await this.readModel.one(db, id), oneTimePassword };
  }

  @Allow('staff', 'manage')
  @Mutation(() => StaffUserType)
  async updateStaff(
    @Arg('input', () => UpdateStaffInput) input: UpdateStaffInput,
    @Ctx() { db }: RequestContext,
  ): Promise<StaffUserType> {
    await this.staff.update(db, input);
    return this.readModel.one(db, input.id);
  }

  @Allow('staff', 'manage')
  @Mutation(() => Int)
  endStaffSessions(@Arg('id', () => EntityId) id: string, @Ctx() { db }: RequestContext): Promise<number> {
    return this.staff.endSessions(db, id);
  }

  @Allow('staff', 'manage')
  @Mutation(() => StaffCreatedType)
  async resetStaffPassword(
    @Arg('id', () => EntityId) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() { db }: RequestContext,
  ): Promise<StaffCreatedType> {
    const { oneTimePassword } = await this.staff.resetPassword(db, { id, expectedVersion });
    return { user: await this.readModel.one(db, id), oneTimePassword };
  }

  @Allow('staff', 'approve')
  @Mutation(() => StaffUserType)
  async approveStaffGrant(
    @Arg('input', () => StaffGrantInput) input: StaffGrantInput,
    @Ctx() { db }: RequestContext,
  ): Promise<StaffUserType> {
    return this.readModel.one(db, await this.grants.approve(db, input));
  }

  @Allow('staff', 'approve')
  @Mutation(() => StaffUserType)
  async rejectStaffGrant(
    @Arg('input', () => RejectStaffGrantInput) input: RejectStaffGrantInput,
    @Ctx() { db }: RequestContext,
  ): Promise<StaffUserType> {
    return this.readModel.one(db, await this.grants.reject(db, input));
  }

  @Allow('staff', 'withdraw')
  @Mutation(() => StaffUserType)
  async withdrawStaffGrant(
    @Arg('input', () => StaffGrantInput) input: StaffGrantInput,
    @Ctx() { db }: RequestContext,
  ): Promise<StaffUserType> {
    return this.readModel.one(db, await this.grants.withdraw(db, input));
  }
}
