import { Field, InputType, Int } from 'type-graphql';
import { EntityId, LocalDateScalar, LongText, ShortText } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { ApplicationChannel, ForeignStaff } from './application.enums.ts';

@InputType({ description: 'Somebody as a paper names her; found by the number, or added.' })
export class ApplicantInput {
  @Field(() => ShortText) nationalId: string;
  @Field(() => ShortText) givenName: string;
  @Field(() => ShortText) familyName: string;
}

@InputType({ description: 'An application for an exception as it came in.' })
export class RegisterApplicationInput {
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => ApplicationChannel) channel: ApplicationChannel;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => Language) language: Language;
  @Field(() => EntityId, {
    nullable: true,
    description: 'Person and firm are those of this order line; neither number is typed again.',
  })
  orderItemId?: string | null;
  @Field(() => ShortText, { nullable: true, description: 'Of the firm, unless an order line is named.' })
  orgNumber?: string | null;
  @Field(() => ApplicantInput, { nullable: true, description: 'For exceptions of a person in a firm.' })
  applicant?: ApplicantInput | null;
  @Field(() => ApplicantInput, {
    nullable: true,
    description: 'Spouse or proprietor: whom the right comes from.',
  })
  related?: ApplicantInput | null;
  @Field(() => LocalDateScalar, { nullable: true }) wantedFrom?: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Last day of the permit, contract or measure.',
  })
  evidenceEndsOn?: string | null;
  @Field(() => ShortText, { nullable: true }) contactName?: string | null;
  @Field(() => ShortText, { nullable: true }) contactEmail?: string | null;
  @Field(() => ShortText, { nullable: true }) orderNumber?: string | null;
  @Field(() => ShortText, { nullable: true, description: 'Provision of the VAT act the firm relies on.' })
  vatProvision?: string | null;
  @Field(() => ForeignStaff, { nullable: true }) foreignStaff?: ForeignStaff | null;
  @Field(() => LongText, { nullable: true }) note?: string | null;
}

@InputType()
export class HandOverApplicationInput {
  @Field(() => EntityId) applicationId: string;
  @Field(() => Int) expectedVersion: number;
}
