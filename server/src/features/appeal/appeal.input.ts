import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { ApplicationChannel } from '../application/application.enums.ts';
import { BodyOutcome } from './appeal.enums.ts';

@InputType({ description: 'An appeal as it came in.' })
export class RegisterAppealInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => ApplicationChannel) channel: ApplicationChannel;
  @Field(() => ShortText) appellant: string;
  @Field(() => EntityId, { nullable: true, description: 'The paper, once it is with the case.' })
  documentId?: string | null;
}

@InputType({ description: 'A late appeal is dealt with all the same (fvl. § 31), for reasons.' })
export class AcceptLateAppealInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => LongText) grounds: string;
}

@InputType({ description: 'The decision stands: the appeal goes to the appeals body with the whole file.' })
export class ForwardAppealInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => LongText, { description: 'How the appeal was assessed, for the party and the body.' })
  assessment: string;
}

@InputType()
export class AppealsBodyResultInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int) expectedVersion: number;
  @Field(() => BodyOutcome) outcome: BodyOutcome;
  @Field(() => LocalDateScalar) decidedOn: string;
}
