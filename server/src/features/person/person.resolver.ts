import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { RevealNationalIdInput } from './person.input.ts';
import { NationalIdRevealType } from './person.type.ts';
import type { RevealService } from './reveal.service.ts';

@Resolver()
export class PersonResolver {
  constructor(private readonly reveals: RevealService) {}

  @Allow('person', 'reveal:nationalId')
  @Mutation(() => NationalIdRevealType)
  revealNationalId(
    @Arg('input', () => RevealNationalIdInput) input: RevealNationalIdInput,
    @Ctx() { db }: RequestContext,
  ): Promise<NationalIdRevealType> {
    return this.reveals.revealNationalId(db, input);
  }
}
