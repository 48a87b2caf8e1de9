import { Field, InputType } from 'type-graphql';
import { EntityId, LocalDateScalar, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { VisitOutcome } from './control-visit.enums.ts';

@InputType({
  description: 'A control visit at a firm, or what is right instead of one that was written down.',
})
export class RecordControlVisitInput {
  @Field(() => ShortText, { description: 'Of the firm, or of the sub-unit that was visited.' })
  orgNumber: string;
  @Field(() => LocalDateScalar) visitedOn: string;
  @Field(() => ShortText, { nullable: true, description: 'Where, when it was not at the unit’s address.' })
  place?: string | null;
  @Field(() => [EntityId], {
    nullable: true,
    description: 'Who visited; when nobody is named, whoever records it.',
  })
  visitorIds?: string[] | null;
  @Field(() => VisitOutcome) outcome: VisitOutcome;
  @Field(() => LongText, { nullable: true, description: 'Needed when there was anything to find.' })
  findings?: string | null;
  @Field(() => EntityId, {
    nullable: true,
    description: 'The note, a paper of the firm’s case of approval.',
  })
  documentId?: string | null;
  @Field(() => EntityId, { nullable: true, description: 'The visit this is the correction of.' })
  replacesId?: string | null;
  @Field(() => LongText, { nullable: true, description: 'What was wrong; needed for a correction.' })
  reason?: string | null;
}
