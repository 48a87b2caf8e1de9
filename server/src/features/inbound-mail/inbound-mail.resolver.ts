import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { EntityId, ShortText } from '../../platform/graphql/scalars.ts';
import { InboundMailState } from './inbound-mail.enums.ts';
import {
  DiscardInboundMailInput,
  FileInboundMailInput,
  RefuseInboundMailInput,
} from './inbound-mail.input.ts';
import type { InboundMailReadModel } from './inbound-mail.readmodel.ts';
import type { InboundMailService } from './inbound-mail.service.ts';
import { InboundMailPageType, InboundMailTargetType, InboundMailType } from './inbound-mail.type.ts';

export interface InboundMailResolverParts {
  readonly post: InboundMailReadModel;
  readonly service: InboundMailService;
}

@Resolver()
export class InboundMailResolver {
  constructor(private readonly parts: InboundMailResolverParts) {}

  @Allow('inbound-mail', 'read')
  @Query(() => InboundMailPageType)
  inboundMails(
    @Arg('state', () => InboundMailState) state: InboundMailState,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<InboundMailPageType> {
    return this.parts.post.page(db, state, page ?? { first: 25 });
  }

  @Allow('inbound-mail', 'read')
  @Query(() => InboundMailType)
  inboundMail(
    @Arg('id', () => EntityId) id: string,
    @Ctx() { db }: RequestContext,
  ): Promise<InboundMailType> {
    return this.parts.post.mail(db, id);
  }

  @Allow('inbound-mail', 'settle')
  @AtMost(10)
  @Query(() => [InboundMailTargetType])
  inboundMailTargets(
    @Arg('text', () => ShortText) text: string,
    @Ctx() { db }: RequestContext,
  ): Promise<InboundMailTargetType[]> {
    return this.parts.post.targets(db, text);
  }

  @Allow('inbound-mail', 'settle')
  @Mutation(() => InboundMailType)
  async fileInboundMail(
    @Arg('input', () => FileInboundMailInput) input: FileInboundMailInput,
    @Ctx() { db }: RequestContext,
  ): Promise<InboundMailType> {
    await this.parts.service.file(db, input);
    return this.parts.post.mail(db, input.id);
  }

  @Allow('inbound-mail', 'settle')
  @Mutation(() => InboundMailType)
  async refuseInboundMail(
    @Arg('input', () => RefuseInboundMailInput) input: RefuseInboundMailInput,
    @Ctx() { db }: RequestContext,
  ): Promise<InboundMailType> {
    await this.parts.service.refuse(db, input);
    return this.parts.post.mail(db, input.id);
  }

  @Allow('inbound-mail', 'settle')
  @Mutation(() => InboundMailType)
  async discardInboundMail(
    @Arg('input', () => DiscardInboundMailInput) input: DiscardInboundMailInput,
    @Ctx() { db }: RequestContext,
  ): Promise<InboundMailType> {
    await this.parts.service.discard(db, input);
    return this.parts.post.mail(db, input.id);
  }
}
