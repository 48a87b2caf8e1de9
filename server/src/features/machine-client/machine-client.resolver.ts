import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import {
  CreateMachineClientInput,
  MachineClientFilter,
  MachineClientVersionInput,
  UpdateMachineClientInput,
} from './machine-client.input.ts';
import type { MachineClientReadModel } from './machine-client.readmodel.ts';
import type { MachineClientService } from './machine-client.service.ts';
import { MachineClientPageType, MachineClientType, MachineSecretMadeType } from './machine-client.type.ts';

export interface MachineClientResolverParts {
  readonly clients: MachineClientService;
  readonly readModel: MachineClientReadModel;
}

@Resolver()
export class MachineClientResolver {
  constructor(private readonly parts: MachineClientResolverParts) {}

  @Allow('client', 'read')
  @Query(() => MachineClientPageType)
  machineClients(
    @Arg('filter', () => MachineClientFilter, { nullable: true }) filter: MachineClientFilter | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<MachineClientPageType> {
    return this.parts.readModel.page(db, filter ?? {}, page ?? FIRST_PAGE);
  }

  @Allow('client', 'read')
  @Query(() => MachineClientType)
  machineClient(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<MachineClientType> {
    return this.parts.readModel.one(db, id);
  }

  @Allow('client', 'manage')
  @Mutation(() => MachineClientType)
  async createMachineClient(
    @Arg('input', () => CreateMachineClientInput) input: CreateMachineClientInput,
    @Ctx() { db }: RequestContext,
  ): Promise<MachineClientType> {
    return this.parts.readModel.one(db, await this.parts.clients.create(db, input));
  }

  @Allow('client', 'manage')
  @Mutation(() => MachineClientType)
  async updateMachineClient(
    @Arg('input', () => UpdateMachineClientInput) input: UpdateMachineClientInput,
    @Ctx() { db }: RequestContext,
  ): Promise<MachineClientType> {
    await this.parts.clients.update(db, input);
    return this.parts.readModel.one(db, input.id);
  }

  @Allow('client', 'manage')
  @Mutation(() => MachineSecretMadeType)
  async makeMachineSecret(
    @Arg('input', () => MachineClientVersionInput) input: MachineClientVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<MachineSecretMadeType> {
    const secret = await this.parts.clients.makeSecret(db, input);
    return { client: await this.parts.readModel.one(db, input.id), secret };
  }

  @Allow('client', 'manage')
  @Mutation(() => MachineClientType)
  async endMachineSecret(
    @Arg('input', () => MachineClientVersionInput) input: MachineClientVersionInput,
    @Arg('secretId', () => EntityId) secretId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<MachineClientType> {
    await this.parts.clients.endSecret(db, input, secretId);
    return this.parts.readModel.one(db, input.id);
  }
}
