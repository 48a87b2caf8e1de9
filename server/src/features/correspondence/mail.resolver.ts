import { Arg, Args, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { MailFilter, MailPreviewArgs, SettleMailInput } from './mail.input.ts';
import type { MailReadModel } from './mail.readmodel.ts';
import type { MailService } from './mail.service.ts';
import { MailPageType, MailRowType, RenderedMailPreviewType, RenderedMailType } from './mail.type.ts';

export interface MailResolverParts {
  readonly mails: MailReadModel;
  readonly service: MailService;
}

@Resolver()
export class MailResolver {
  constructor(private readonly parts: MailResolverParts) {}

  @Allow('mail', 'read')
  @Query(() => MailPageType)
  outbox(
    @Arg('filter', () => MailFilter, { nullable: true }) filter: MailFilter | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<MailPageType> {
    return this.parts.mails.outbox(db, filter ?? {}, page ?? { first: 25 });
  }

  @Allow('mail', 'read')
  @Query(() => RenderedMailType)
  mail(@Arg('id', () => EntityId) id: string, @Ctx() { db }: RequestContext): Promise<RenderedMailType> {
    return this.parts.mails.mail(db, id);
  }

  @Allow('image-submission', 'decide')
  @Query(() => RenderedMailPreviewType)
  mailPreview(
    @Args(() => MailPreviewArgs) ask: MailPreviewArgs,
    @Ctx() { db }: RequestContext,
  ): Promise<RenderedMailPreviewType> {
    return this.parts.mails.mailPreview(db, ask);
  }

  @Allow('mail', 'settle')
  @Mutation(() => MailRowType)
  retryMail(
    @Arg('id', () => EntityId) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Ctx() { db }: RequestContext,
  ): Promise<MailRowType> {
    return this.parts.service.retryMail(db, { id, expectedVersion });
  }

  @Allow('mail', 'settle')
  @Mutation(() => MailRowType)
  settleMail(
    @Arg('input', () => SettleMailInput) input: SettleMailInput,
    @Ctx() { db }: RequestContext,
  ): Promise<MailRowType> {
    return this.parts.service.settleMail(db, input);
  }
}
