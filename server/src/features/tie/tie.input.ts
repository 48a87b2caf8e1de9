import { Field, InputType } from 'type-graphql';
import { ShortText } from '../../platform/graphql/scalars.ts';
import { TieKind } from './tie.enums.ts';

@InputType({
  description: 'A person by national ID number, or a firm by organisation number, as the kind asks.',
})
export class DeclareTieInput {
  @Field(() => TieKind) kind: TieKind;
  @Field(() => ShortText, { nullable: true }) nationalId?: string | null;
  @Field(() => ShortText, { nullable: true }) orgNumber?: string | null;
}
