import { Field, ObjectType } from 'type-graphql';
import { EntityId } from '../../platform/graphql/scalars.ts';

@ObjectType('RegisteredApplication', { simpleResolvers: true })
export class RegisteredApplicationType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) number: string;
}
