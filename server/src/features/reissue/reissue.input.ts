import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { ReissueCause } from './reissue.enums.ts';

@InputType()
export class PreviewReissueInput {
  @Field(() => [EntityId], { description: 'Of one firm; at most 200.' }) invoiceIds: string[];
  @Field(() => ShortText, { nullable: true, description: 'As far as it is typed.' }) reference: string | null;
}

@InputType()
export class ProposeReissueInput {
  @Field(() => [EntityId], { description: 'Of one firm; at most 200. Those that cannot are left out.' })
  invoiceIds: string[];
  @Field(() => ShortText) reference: string;
  @Field(() => ReissueCause) cause: ReissueCause;
}

@InputType()
export class SettleReissueInput {
  @Field(() => EntityId) id: string;
  @Field(() => Int) expectedVersion: number;
}

@InputType()
export class ApproveReissueInput extends SettleReissueInput {
  @Field(() => ShortText, { description: 'Of what was seen.' }) digest: string;
}

@InputType()
export class RejectReissueInput extends SettleReissueInput {
  @Field(() => LongText) reason: string;
}
