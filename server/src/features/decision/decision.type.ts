import { Field, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { DecisionOutcome, DocumentKind } from '../exception-catalogue/exception-catalogue.enums.ts';
import { LetterKind, LetterPart, LetterPoint, LetterSignerRole } from '../letter/letter.enums.ts';
import { DecisionKind, ProposalState } from './decision.enums.ts';

@ObjectType('LetterParagraph', { simpleResolvers: true })
export class LetterParagraphType {
  @Field(() => LetterPart) key: LetterPart;
  @Field(() => Boolean, { description: 'Said by law; nobody changes it.' }) locked: boolean;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => String, { description: 'Lines are paragraphs; a line that begins with a dash is an item.' })
  text: string;
}

@ObjectType('LetterRecipient', { simpleResolvers: true })
export class LetterRecipientType {
  @Field(() => String) name: string;
  @AtMost(4)
  @Field(() => [String], { description: 'Empty when the address is protected or not known.' })
  lines: readonly string[];
}

@ObjectType('LetterSigner', { simpleResolvers: true })
export class LetterSignerType {
  @Field(() => LetterSignerRole) role: LetterSignerRole;
  @Field(() => String) name: string;
}

@ObjectType('LetterText', { simpleResolvers: true, description: 'A letter as its reader gets it.' })
export class LetterTextType {
  @Field(() => LetterKind) kind: LetterKind;
  @Field(() => Language) language: Language;
  @Field(() => LetterRecipientType) recipient: LetterRecipientType;
  @Field(() => String) caseNumber: string;
  @Field(() => LocalDateScalar) date: string;
  @Field(() => String) heading: string;
  @AtMost(16)
  @Field(() => [LetterParagraphType])
  paragraphs: readonly LetterParagraphType[];
  @AtMost(2)
  @Field(() => [LetterSignerType])
  signers: readonly LetterSignerType[];
}

@ObjectType('LetterPointCheck', {
  simpleResolvers: true,
  description: 'A point of the contract of a letter.',
})
export class LetterPointCheckType {
  @Field(() => LetterPoint) code: LetterPoint;
  @Field(() => Boolean) met: boolean;
}

@ObjectType('FieldFault', { simpleResolvers: true })
export class FieldFaultType {
  @Field(() => String) field: string;
  @Field(() => String) code: string;
}

@ObjectType('DecisionPreview', { simpleResolvers: true, description: 'A decision before it is made.' })
export class DecisionPreviewType {
  @Field(() => LetterTextType) letter: LetterTextType;
  @AtMost(14)
  @Field(() => [LetterPointCheckType])
  points: readonly LetterPointCheckType[];
  @Field(() => Boolean, { description: 'A second person must sign it.' }) needsApproval: boolean;
  @AtMost(12)
  @Field(() => [FieldFaultType], { description: 'What keeps it from being made.' })
  faults: readonly FieldFaultType[];
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day to appeal.' })
  deadlineOn: string | null;
}

@ObjectType('ProposalPartSeen', { simpleResolvers: true, description: 'A tick of four eyes.' })
export class ProposalPartSeenType {
  @Field(() => String, { description: 'DOCUMENT, REGISTERS, GROUNDS or LETTER.' }) part: string;
  @Field(() => EntityId, { nullable: true }) versionId: string | null;
  @Field(() => DocumentKind, { nullable: true }) documentKind: DocumentKind | null;
  @Field(() => DateTime, { nullable: true }) byProposerAt: Date | null;
  @Field(() => DateTime, { nullable: true }) byMeAt: Date | null;
}

@ObjectType('ProposalInBatch', { simpleResolvers: true })
export class ProposalInBatchType {
  @Field(() => EntityId) caseId: string;
  @Field(() => String) caseNumber: string;
}

@ObjectType('DecisionProposal', {
  simpleResolvers: true,
  description: 'A decision that waits for its second signature.',
})
export class DecisionProposalType {
  @Field(() => EntityId) id: string;
  @Field(() => ProposalState) state: ProposalState;
  @Field(() => DecisionKind) kind: DecisionKind;
  @Field(() => DecisionOutcome) outcome: DecisionOutcome;
  @Field(() => String) proposedBy: string;
  @Field(() => DateTime) proposedAt: Date;
  @Field(() => LocalDateScalar, { nullable: true }) validFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) validTo: string | null;
  @Field(() => Boolean) whileRole: boolean;
  @AtMost(20)
  @Field(() => [String])
  facts: readonly string[];
  @AtMost(20)
  @Field(() => [String], { description: 'In the language of the letter.' })
  grounds: readonly string[];
  @Field(() => String) freeText: string;
  @AtMost(20)
  @Field(() => [String])
  legalRefs: readonly string[];
  @Field(() => LetterTextType, { description: 'As it leaves when the reader approves now.' })
  letter: LetterTextType;
  @AtMost(14)
  @Field(() => [LetterPointCheckType])
  points: readonly LetterPointCheckType[];
  @AtMost(204)
  @Field(() => [ProposalPartSeenType])
  parts: readonly ProposalPartSeenType[];
  @Field(() => Boolean, { description: 'Nothing it rests on has changed since it was proposed.' })
  stands: boolean;
  @Field(() => String, { description: 'Of what is shown here; an approval names it.' }) digest: string;
  @AtMost(200)
  @Field(() => [ProposalInBatchType], {
    description: 'What still waits of the batch it was proposed in, itself too; each is signed by itself.',
  })
  batch: readonly ProposalInBatchType[];
  @Field(() => Boolean, { description: 'The reader may approve it, once every part is opened.' })
  mayApprove: boolean;
  @Field(() => Boolean, { description: 'The reader may send it back, or take it back.' })
  mayReturn: boolean;
}

@ObjectType('DecisionStep', { simpleResolvers: true, description: 'What became of a proposal.' })
export class DecisionStepType {
  @Field(() => EntityId) caseId: string;
  @Field(() => EntityId, { nullable: true }) decisionId: string | null;
  @Field(() => Boolean, { description: 'Something it rests on has changed: it waits for a new proposal.' })
  fell: boolean;
}
