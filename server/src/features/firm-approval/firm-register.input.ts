import { Field, InputType } from 'type-graphql';
import { ShortText } from '../../platform/graphql/scalars.ts';
import { FirmApprovalStatus } from './firm-approval.enums.ts';

@InputType()
export class ApprovedFirmFilter {
  @Field(() => [FirmApprovalStatus], { nullable: true }) status?: FirmApprovalStatus[] | null;
  @Field(() => ShortText, { nullable: true, description: 'Two digits, as municipality numbers begin.' })
  county?: string | null;
  @Field(() => ShortText, { nullable: true, description: 'Organisation number, or part of a name.' })
  text?: string | null;
}
