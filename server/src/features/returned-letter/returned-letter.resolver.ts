import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow } from '../../platform/access/allow.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import type { LetterReadModel } from '../letter/letter.readmodel.ts';
import { LetterDetailType } from '../letter/letter.type.ts';
import { RecordReturnedLetterInput, ResendLetterInput } from './returned-letter.input.ts';
import type { ReturnedLetterService } from './returned-letter.service.ts';

@Resolver()
export class ReturnedLetterResolver {
  constructor(
    private readonly service: ReturnedLetterService,
    private readonly pages: LetterReadModel,
  ) {}

  @Allow('letter', 'print')
  @Mutation(() => LetterDetailType, { description: 'The post brought it back: no time limit runs from it.' })
  async recordReturnedLetter(
    @Arg('input', () => RecordReturnedLetterInput) input: RecordReturnedLetterInput,
    @Ctx() { db }: RequestContext,
  ): Promise<LetterDetailType> {
    await this.service.record(db, input);
    return this.pages.letter(db, input.id);
  }

  @Allow('letter', 'send')
  @Mutation(() => LetterDetailType, {
    description:
      'The same words to the address the registers have today, with new time limits. The new letter.',
  })
  async resendLetter(
    @Arg('input', () => ResendLetterInput) input: ResendLetterInput,
    @Ctx() { db }: RequestContext,
  ): Promise<LetterDetailType> {
    return this.pages.letter(db, await this.service.resend(db, input));
  }
}
