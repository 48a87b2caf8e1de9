import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { EntityId } from '../../platform/graphql/scalars.ts';
import { CaseStatus } from '../case/case.enums.ts';
import { OrderItemStatus } from '../order/order.enums.ts';
import { SearchGroup } from './search.enums.ts';

@ObjectType('OrderHit', { simpleResolvers: true })
export class OrderHitType {
  @Field(() => String) number: string;
  @Field(() => Int) line: number;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
}

@ObjectType('SearchHit', { simpleResolvers: true })
export class SearchHitType {
  @Field(() => SearchGroup) group: SearchGroup;
  @Field(() => EntityId) id: string;
  @Field(() => EntityId, { nullable: true }) caseId: string | null;
  @Field(() => String) title: string;
  @Field(() => String) subtitle: string;
  @Field(() => CaseStatus, { nullable: true }) status: CaseStatus | null;
  @Field(() => String, { nullable: true, description: 'Of a firm.' }) orgNumber?: string | null;
  @Field(() => OrderHitType, {
    nullable: true,
    description: 'Of a line of an order, for those who see orders.',
  })
  order?: OrderHitType | null;
}

@ObjectType('SearchResult', { simpleResolvers: true })
export class SearchResultType {
  @AtMost(32)
  @Field(() => [SearchHitType])
  hits: SearchHitType[];
}
