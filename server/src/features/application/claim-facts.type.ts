import { Field, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { Agreement, FactKey } from './claim-facts.enums.ts';

@ObjectType('ClaimComparison', {
  simpleResolvers: true,
  description: 'One thing an application claims, or rests on, and whether the registers agree.',
})
export class ClaimComparisonType {
  @Field(() => FactKey) key: FactKey;
  @Field(() => Agreement) agreement: Agreement;
  @Field(() => String, {
    nullable: true,
    description: 'Code, day or number as the register has it; never a name or an address.',
  })
  value: string | null;
}

@ObjectType('ApplicationFacts', { simpleResolvers: true })
export class ApplicationFactsType {
  @Field(() => DateTime, {
    nullable: true,
    description: 'When the registers were last asked about all of them; null: about some never.',
  })
  askedAt: Date | null;
  @AtMost(12)
  @Field(() => [ClaimComparisonType])
  facts: ClaimComparisonType[];
}
