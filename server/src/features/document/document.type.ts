import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ApplicationChannel } from '../application/application.enums.ts';
import { DocumentKind } from '../exception-catalogue/exception-catalogue.enums.ts';
import { StaffRefType } from '../staff/me.type.ts';

@ObjectType('DocumentSeen', { simpleResolvers: true, description: 'Somebody has opened this version.' })
export class DocumentSeenType {
  @Field(() => StaffRefType) by: StaffRefType;
  @Field(() => DateTime) firstAt: Date | string;
  @Field(() => DateTime) lastAt: Date | string;
}

@ObjectType('DocumentVersion', { simpleResolvers: true, description: 'A file as it came; never changed.' })
export class DocumentVersionType {
  @Field(() => EntityId) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) mediaType: string;
  @Field(() => Int) bytes: number;
  @Field(() => Int) pages: number;
  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal.' }) sha256: string;
  @Field(() => DateTime) addedAt: Date | string;
  @AtMost(10)
  @Field(() => [DocumentSeenType], { description: 'Who has opened it, first first.' })
  seen: DocumentSeenType[];
}

@ObjectType('DocumentStruck', {
  simpleResolvers: true,
  description: 'It was registered by mistake: it stays, and counts no more.',
})
export class DocumentStruckType {
  @Field(() => DateTime) at: Date | string;
  @Field(() => StaffRefType, { nullable: true }) by: StaffRefType | null;
  @Field(() => String) reason: string;
}

@ObjectType('CaseDocument', { simpleResolvers: true })
export class CaseDocumentType {
  @Field(() => EntityId) id: string;
  @Field(() => DocumentKind) kind: DocumentKind;
  @Field(() => String, { nullable: true, description: 'What staff call it, beside its kind.' })
  title: string | null;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => ApplicationChannel) channel: ApplicationChannel;
  @Field(() => DateTime) addedAt: Date | string;
  @Field(() => StaffRefType, {
    nullable: true,
    description: 'Null for the portal, and for colleagues of the other house.',
  })
  addedBy: StaffRefType | null;
  @Field(() => DocumentStruckType, { nullable: true }) struck: DocumentStruckType | null;
  @AtMost(3)
  @Field(() => [DocumentVersionType], { description: 'Oldest first.' })
  versions: DocumentVersionType[];
}

@ObjectType('CaseDocuments', { simpleResolvers: true })
export class CaseDocumentsType {
  @Field(() => EntityId) caseId: string;
  @Field(() => Boolean, { description: 'With the authority, which alone sees the papers now.' })
  handedOver: boolean;
  @Field(() => Boolean) mayAdd: boolean;
  @Field(() => Boolean, {
    description: 'Whether the papers themselves may be opened, or only their names be seen.',
  })
  mayOpen: boolean;
  @AtMost(15)
  @Field(() => [CaseDocumentType])
  documents: CaseDocumentType[];
}
