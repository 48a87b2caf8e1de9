import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { PersonType } from '../person/person.type.ts';
import { ApplicationStatus } from './application.enums.ts';

@ObjectType('ApplicationProposal', {
  simpleResolvers: true,
  description: 'An exception that could cure what a register said about the line.',
})
export class ApplicationProposalType {
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => String, { nullable: true, description: 'What speaks against it, as the registers say.' })
  ruledOut: string | null;
}

@ObjectType('EarlierApplication', { simpleResolvers: true })
export class EarlierApplicationType {
  @Field(() => EntityId) caseId: string;
  @Field(() => String) number: string;
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => ApplicationStatus) status: ApplicationStatus;
}

@ObjectType('ApplicationOptions', {
  simpleResolvers: true,
  description:
    'Where an application about an order line begins: whom it is about, and which exceptions could help.',
})
export class ApplicationOptionsType {
  @Field(() => EntityId) orderItemId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => Int) line: number;
  @Field(() => PersonType) person: PersonType;
  @Field(() => OrganisationType, { description: 'The main unit.' }) firm: OrganisationType;
  @AtMost(20)
  @Field(() => [ApplicationProposalType])
  proposals: ApplicationProposalType[];
  @AtMost(5)
  @Field(() => [EarlierApplicationType], {
    description: 'About the same person in the same firm, newest first.',
  })
  earlier: EarlierApplicationType[];
}
