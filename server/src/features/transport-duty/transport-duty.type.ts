import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import {
  CardOrderer,
  TransportDutyRow,
  TransportGoods,
  TransportRelation,
  TransportTask,
} from './transport-duty.enums.ts';

registerEnumType(TransportTask, { name: 'TransportTask' });
registerEnumType(TransportRelation, { name: 'TransportRelation' });
registerEnumType(TransportGoods, { name: 'TransportGoods' });
registerEnumType(TransportDutyRow, { name: 'TransportDutyRow' });
registerEnumType(CardOrderer, { name: 'CardOrderer' });

@ObjectType('TransportDutyLine', { simpleResolvers: true })
export class TransportDutyLineType {
  @Field(() => TransportDutyRow) row: TransportDutyRow;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'The paragraph or guidance it stands in.' }) source: string;
  @Field(() => Boolean) applies: boolean;
  @Field(() => Boolean, { description: 'The first row that applies.' }) decides: boolean;
}

@ObjectType('TransportDuty', { simpleResolvers: true })
export class TransportDutyType {
  @Field(() => LocalDateScalar, { description: 'By the rules of this day.' }) on: string;
  @Field(() => Boolean) needed: boolean;
  @Field(() => CardOrderer, { nullable: true }) orderer: CardOrderer | null;
  @AtMost(12)
  @Field(() => [TransportDutyLineType])
  lines: TransportDutyLineType[];
}
