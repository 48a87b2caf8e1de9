import { Field, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { CaseStatus } from '../case/case.enums.ts';
import { SearchGroup } from './search.enums.ts';

@ObjectType('SearchHit', { simpleResolvers: true })
export class SearchHitType {
  @Field(() => SearchGroup) group: SearchGroup;
  @Field(() => EntityId) id: string;
  @Field(() => EntityId, { nullable: true }) caseId: string | null;
  @Field(() => String) title: string;
  @Field(() => String) subtitle: string;
  @Field(() => CaseStatus, { nullable: true }) status: CaseStatus | null;
}

@ObjectType('SearchResult', { simpleResolvers: true })
export class SearchResultType {
  @AtMost(32)
  @Field(() => [SearchHitType])
  hits: SearchHitType[];
}
