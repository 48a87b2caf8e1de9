import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageInput } from '../../platform/graphql/page.input.ts';
import { FIRST_PAGE } from '../../platform/graphql/page.ts';
import { AuditFilter } from './audit.input.ts';
import type { AuditReadModel } from './audit.readmodel.ts';
import { AuditPageType } from './audit.type.ts';

@Resolver()
export class AuditResolver {
  constructor(private readonly audit: AuditReadModel) {}

  @Allow('audit', 'read')
  @Query(() => AuditPageType)
  auditLog(
    @Arg('filter', () => AuditFilter, { nullable: true }) filter: AuditFilter | null,
    @Arg('page', () => PageInput, { nullable: true }) page: PageInput | null,
    @Ctx() { db }: RequestContext,
  ): Promise<AuditPageType> {
    return this.audit.page(db, filter ?? {}, page ?? FIRST_PAGE);
  }
}
