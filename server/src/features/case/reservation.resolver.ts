import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import { CaseQueue } from './case.enums.ts';
import { CaseVersionInput, HandOverCaseInput, ReleaseCaseInput, SkipCaseInput } from './case.input.ts';
import type { CaseReadModel } from './case.readmodel.ts';
import { ReservationType, TakenCaseType } from './case.type.ts';
import type { CaseDetailReadModel } from './case-detail.readmodel.ts';
import { CaseDetailType } from './case-detail.type.ts';
import type { ReservationService } from './reservation.service.ts';
import type { TakeNextService } from './take-next.service.ts';

export interface ReservationResolverParts {
  readonly takeNext: TakeNextService;
  readonly reservations: ReservationService;
  readonly rows: Pick<CaseReadModel, 'caseRow'>;
  readonly details: Pick<CaseDetailReadModel, 'caseDetail'>;
}

@Resolver()
export class ReservationResolver {
  constructor(private readonly parts: ReservationResolverParts) {}

  @Allow('case', 'work')
  @Mutation(() => TakenCaseType)
  async takeNext(
    @Arg('queue', () => CaseQueue) queue: CaseQueue,
    @Ctx() { db }: RequestContext,
  ): Promise<TakenCaseType> {
    const id = await this.parts.takeNext.takeNext(db, queue);
    return { case: id ? await this.parts.rows.caseRow(db, id) : null };
  }

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async takeCase(
    @Arg('input', () => CaseVersionInput) input: CaseVersionInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.reservations.takeCase(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'work')
  @Mutation(() => ReservationType)
  async extendReservation(
    @Arg('caseId', () => EntityId) caseId: string,
    @Ctx() { db }: RequestContext,
  ): Promise<ReservationType> {
    const until = await this.parts.reservations.extendReservation(db, caseId);
    const { actorId, name } = db.principal;
    return { by: { id: actorId ?? '', name, initials: initialsOf(name) }, until, mine: true };
  }

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async releaseCase(
    @Arg('input', () => ReleaseCaseInput) input: ReleaseCaseInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.reservations.releaseCase(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }

  @Allow('case', 'work')
  @Mutation(() => Boolean)
  async skipCase(
    @Arg('input', () => SkipCaseInput) input: SkipCaseInput,
    @Ctx() { db }: RequestContext,
  ): Promise<boolean> {
    await this.parts.reservations.skipCase(db, input);
    return true;
  }

  @Allow('case', 'work')
  @Mutation(() => CaseDetailType)
  async handOverCase(
    @Arg('input', () => HandOverCaseInput) input: HandOverCaseInput,
    @Ctx() { db }: RequestContext,
  ): Promise<CaseDetailType> {
    await this.parts.reservations.handOverCase(db, input);
    return this.parts.details.caseDetail(db, input.caseId);
  }
}
