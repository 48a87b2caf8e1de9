import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { LetterTextType } from '../decision/decision.type.ts';
import { StaffRefType } from '../staff/me.type.ts';
import { LetterChannel, LetterKind, LetterStatus, ReturnReason } from './letter.enums.ts';

registerEnumType(LetterChannel, { name: 'LetterChannel' });
registerEnumType(LetterStatus, { name: 'LetterStatus' });
registerEnumType(ReturnReason, { name: 'ReturnReason' });

@ObjectType('Letter', { simpleResolvers: true, description: 'One letter on its way.' })
export class LetterRowType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) caseNumber: string;
  @Field(() => LetterKind) kind: LetterKind;
  @Field(() => Language) language: Language;
  @Field(() => LetterChannel) channel: LetterChannel;
  @Field(() => LetterStatus) status: LetterStatus;
  @Field(() => String) recipientName: string;
  @Field(() => Boolean, { description: 'To a person with address protection.' }) protected: boolean;
  @Field(() => DateTime) createdAt: Date;
  @Field(() => DateTime) sendAfter: Date;
  @Field(() => Int, { description: 'In which it certainly does not leave.' }) secondsLeft: number;
  @Field(() => DateTime, { nullable: true }) sentAt: Date | null;
  @Field(() => LocalDateScalar, { nullable: true }) deliveredOn: string | null;
  @Field(() => Int) attempts: number;
  @Field(() => String, {
    nullable: true,
    description: 'Code of why the last try went wrong, or why it goes by post.',
  })
  lastError: string | null;
  @Field(() => EntityId, { nullable: true }) batchId: string | null;
  @Field(() => String, { nullable: true }) batchNumber: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) returnedOn: string | null;
  @Field(() => ReturnReason, { nullable: true }) returnReason: ReturnReason | null;
  @Field(() => Boolean, { description: 'Another has taken the place of one that came back.' })
  resent: boolean;
  @Field(() => Boolean) canCancel: boolean;
  @Field(() => Boolean) canRecordReturned: boolean;
  @Field(() => Boolean) canResend: boolean;
  @Field(() => Int) version: number;
}

@ObjectType('LetterPage', { simpleResolvers: true })
export class LetterPageType {
  @Field(() => [LetterRowType]) rows: LetterRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType) count: CappedCountType;
  @Field(() => CappedCountType, { description: 'Wait to be printed.' }) toPrint: CappedCountType;
  @Field(() => CappedCountType, { description: 'The same, to persons with address protection.' })
  toPrintProtected: CappedCountType;
  @Field(() => CappedCountType, { description: 'Came back, and have not left again.' })
  returned: CappedCountType;
}

@ObjectType('LetterDetail', { simpleResolvers: true })
export class LetterDetailType {
  @Field(() => LetterRowType) letter: LetterRowType;
  @Field(() => LetterTextType) content: LetterTextType;
}

@ObjectType('PrintBatch', { simpleResolvers: true, description: 'Letters printed together.' })
export class PrintBatchType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => DateTime) madeAt: Date;
  @Field(() => StaffRefType) madeBy: StaffRefType;
  @Field(() => Int) letters: number;
  @Field(() => Boolean) protected: boolean;
  @Field(() => String, { description: 'Checksum of the manifest, hex.' }) sha256: string;
  @Field(() => DateTime, { nullable: true }) postedAt: Date | null;
  @Field(() => StaffRefType, { nullable: true }) postedBy: StaffRefType | null;
  @Field(() => Boolean) canRecordPosted: boolean;
  @Field(() => Int) version: number;
}

@ObjectType('PrintBatchPage', { simpleResolvers: true })
export class PrintBatchPageType {
  @Field(() => [PrintBatchType]) rows: PrintBatchType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
}

@ObjectType('PrintBatchDetail', { simpleResolvers: true })
export class PrintBatchDetailType {
  @Field(() => PrintBatchType) batch: PrintBatchType;
  @AtMost(50)
  @Field(() => [LetterRowType])
  letters: LetterRowType[];
  @Field(() => String, { description: 'JSON: the letters in order, each by the checksum of its file.' })
  manifest: string;
}
