import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { MakeAccessAnswerInput } from './access-answer.input.ts';
import type { AccessAnswerService } from './access-answer.service.ts';
import { AccessAnswerType } from './access-answer.type.ts';

@Resolver()
export class AccessAnswerResolver {
  constructor(private readonly answers: AccessAnswerService) {}

  @Allow('access-answer', 'make')
  @Mutation(() => AccessAnswerType, {
    description: 'Who has looked at one person’s data, when and why; that it was made is logged.',
  })
  makeAccessAnswer(
    @Arg('input', () => MakeAccessAnswerInput) input: MakeAccessAnswerInput,
    @Ctx() { db }: RequestContext,
  ): Promise<AccessAnswerType> {
    return this.answers.make(db, input);
  }
}
