import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { RevealNationalIdInput } from './person.input.ts';
import { NationalIdRevealType } from './person.type.ts';
import type { PersonPageReadModel } from './person-page.readmodel.ts';
import { PersonDetailType } from './person-page.type.ts';
import type { RevealService } from './reveal.service.ts';

@Resolver()
export class PersonResolver {
  constructor(
    private readonly reveals: RevealService,
    private readonly pages: PersonPageReadModel,
  ) {}

  @Allow('person', 'read')
  @Query(() => PersonDetailType)
  person(@Arg('id', () => EntityId) id: string, @Ctx() { db }: RequestContext): Promise<PersonDetailType> {
    return this.pages.person(db, id);
  }

  @Allow('person', 'reveal:nationalId')
  @Mutation(() => NationalIdRevealType)
  revealNationalId(
    @Arg('input', () => RevealNationalIdInput) input: RevealNationalIdInput,
    @Ctx() { db }: RequestContext,
  ): Promise<NationalIdRevealType> {
    return this.reveals.revealNationalId(db, input);
  }
}
