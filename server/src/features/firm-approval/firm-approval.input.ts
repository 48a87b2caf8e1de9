import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { ApplicationChannel, ApprovalCode, WorkerRelation } from '../application/application.enums.ts';
import { ApplicantInput } from '../application/application.input.ts';
import { ConditionState } from '../exception-catalogue/exception-catalogue.enums.ts';

@InputType({ description: 'Somebody who works in the firm without being employed in it.' })
export class NamedWorkerInput extends ApplicantInput {
  @Field(() => WorkerRelation) relation: WorkerRelation;
}

@InputType({ description: 'A firm’s application for approval as it came in.' })
export class RegisterApprovalInput {
  @Field(() => ApprovalCode) code: ApprovalCode;
  @Field(() => ApplicationChannel) channel: ApplicationChannel;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => Language) language: Language;
  @Field(() => ShortText, { description: 'Of the firm; the application is the main unit’s.' })
  orgNumber: string;
  @Field(() => Int, { description: 'Employees, as the firm says.' }) employees: number;
  @Field(() => Int, { description: 'Who need a card, the owner among them if she does the work.' })
  workers: number;
  @Field(() => [NamedWorkerInput], {
    nullable: true,
    description:
      'Proprietor, spouse, partners who do the work, at most 20; with no employees they are all who need a card.',
  })
  namedWorkers?: NamedWorkerInput[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Car care: forurensningsforskriften § 15-1 applies to it.',
  })
  dischargeDuty?: boolean | null;
  @Field(() => ShortText, { nullable: true }) contactName?: string | null;
  @Field(() => ShortText, { nullable: true }) contactEmail?: string | null;
  @Field(() => LongText, { nullable: true }) note?: string | null;
}

@InputType({ description: 'What a caseworker says of a condition.' })
export class AssessConditionInput {
  @Field(() => EntityId) caseId: string;
  @Field(() => Int, { description: 'Of the case.' }) expectedVersion: number;
  @Field(() => ShortText, { description: 'Of the checklist.' }) key: string;
  @Field(() => ConditionState) state: ConditionState;
  @Field(() => EntityId, { nullable: true, description: 'The paper that shows it.' })
  documentId?: string | null;
  @Field(() => LongText, { nullable: true, description: 'Needed unless it is met.' }) comment?: string | null;
}
