import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { JournalType } from './journal.enums.ts';

registerEnumType(JournalType, { name: 'JournalType' });

@ObjectType('JournalEntry', { simpleResolvers: true, description: 'As NOARK 5 has it.' })
export class JournalEntryType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) caseNumber: string;
  @Field(() => Int, { description: 'Within its case, from 1 without holes.' }) entryNumber: number;
  @Field(() => JournalType) type: JournalType;
  @Field(() => LocalDateScalar) on: string;
  @Field(() => String, { nullable: true }) correspondent: string | null;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Without personal data.' }) publicTitle: string;
  @Field(() => String, { nullable: true }) accessCode: string | null;
  @Field(() => String, { nullable: true }) accessBasis: string | null;
  @Field(() => EntityId, { nullable: true }) documentId: string | null;
  @Field(() => EntityId, { nullable: true }) letterId: string | null;
  @Field(() => EntityId, { nullable: true }) decisionId: string | null;
}

@ObjectType('JournalPage', { simpleResolvers: true })
export class JournalPageType {
  @Field(() => [JournalEntryType]) rows: JournalEntryType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType) count: CappedCountType;
}

@ObjectType('JournalExport', { simpleResolvers: true })
export class JournalExportType {
  @Field(() => String) fileName: string;
  @Field(() => Int) entries: number;
  @Field(() => String, { description: 'NOARK 5 in XML; nothing about persons with address protection.' })
  xml: string;
}
