import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ProposeSettingInput, WithdrawSettingInput } from './setting.input.ts';
import type { SettingService } from './setting.service.ts';
import { SchemeSettingsType } from './setting.type.ts';
import type { SettingPageReadModel } from './setting-page.readmodel.ts';

@Resolver()
export class SettingResolver {
  constructor(
    private readonly service: SettingService,
    private readonly pages: SettingPageReadModel,
  ) {}

  @Allow('setting', 'read')
  @Query(() => SchemeSettingsType, {
    description: 'The rules of the scheme on a day; today when none is named.',
  })
  schemeSettings(
    @Arg('on', () => LocalDateScalar, { nullable: true }) on: string | null,
    @Ctx() { db }: RequestContext,
  ): Promise<SchemeSettingsType> {
    return this.pages.page(db, on);
  }

  @Allow('setting', 'propose')
  @Mutation(() => SchemeSettingsType)
  async proposeSetting(
    @Arg('input', () => ProposeSettingInput) input: ProposeSettingInput,
    @Ctx() { db }: RequestContext,
  ): Promise<SchemeSettingsType> {
    await this.service.propose(db, input);
    return this.pages.page(db, null);
  }

  @Allow('setting', 'approve')
  @Mutation(() => SchemeSettingsType)
  async approveSetting(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<SchemeSettingsType> {
    await this.service.approve(db, id);
    return this.pages.page(db, null);
  }

  @Allow('setting', 'withdraw')
  @Mutation(() => SchemeSettingsType)
  async withdrawSetting(
    @Arg('input', () => WithdrawSettingInput) input: WithdrawSettingInput,
    @Ctx() { db }: RequestContext,
  ): Promise<SchemeSettingsType> {
    await this.service.withdraw(db, input);
    return this.pages.page(db, null);
  }
}
