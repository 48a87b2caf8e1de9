import { Field, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { VisitOutcome } from './control-visit.enums.ts';

@ObjectType('VisitCase', { simpleResolvers: true, description: 'A case of approval of the firm.' })
export class VisitCaseType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
}

@ObjectType('ControlVisit', { simpleResolvers: true, description: 'As it was written down; never changed.' })
export class ControlVisitType {
  @Field(() => EntityId) id: string;
  @Field(() => LocalDateScalar) visitedOn: string;
  @Field(() => OrganisationType, { nullable: true, description: 'The sub-unit; null: the main unit.' })
  unit: OrganisationType | null;
  @Field(() => String, { nullable: true }) place: string | null;
  @AtMost(10)
  @Field(() => [StaffRefType])
  visitors: StaffRefType[];
  @Field(() => VisitOutcome) outcome: VisitOutcome;
  @Field(() => String, { nullable: true }) findings: string | null;
  @Field(() => VisitCaseType, { nullable: true }) case: VisitCaseType | null;
  @Field(() => EntityId, { nullable: true, description: 'The note; null also when it was struck out.' })
  documentId: string | null;
  @Field(() => EntityId, { nullable: true, description: 'The visit this is the correction of.' })
  replacesId: string | null;
  @Field(() => String, { nullable: true, description: 'What was wrong in that one.' }) reason: string | null;
  @Field(() => Boolean, { description: 'No other row has taken its place.' }) standing: boolean;
  @Field(() => StaffRefType) recordedBy: StaffRefType;
  @Field(() => DateTime) recordedAt: Date | string;
}

@ObjectType('ControlVisits', { simpleResolvers: true })
export class ControlVisitsType {
  @Field(() => EntityId) firmId: string;
  @Field(() => Boolean, { description: 'I may record one.' }) mayRecord: boolean;
  @Field(() => Boolean, { description: 'I am tied to the firm, and record none (fvl. § 6).' })
  tied: boolean;
  @Field(() => VisitCaseType, {
    nullable: true,
    description: 'The firm’s case of approval, the open one first: a note is a paper of it.',
  })
  approvalCase: VisitCaseType | null;
  @AtMost(100)
  @Field(() => [ControlVisitType], { description: 'The last one first.' })
  visits: ControlVisitType[];
}
