import { Field, Float, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';
import {
  FindingLevel,
  ImagePart,
  ImageReason,
  ImageSubmissionStatus,
  SubmissionChannel,
} from './image-review.enums.ts';

@ObjectType('Finding', { simpleResolvers: true })
export class FindingType {
  @Field(() => ImageReason) reason: ImageReason;
  @Field(() => FindingLevel) level: FindingLevel;
  @Field(() => String, { nullable: true }) value: string | null;
  @Field(() => FindingBoxType, { nullable: true }) box: FindingBoxType | null;
}

@ObjectType('FindingBox', {
  simpleResolvers: true,
  description: 'Part of the picture the finding is about, in fractions (0-1) of width and height.',
})
export class FindingBoxType {
  @Field(() => ImagePart) part: ImagePart;
  @Field(() => Float) x: number;
  @Field(() => Float) y: number;
  @Field(() => Float) width: number;
  @Field(() => Float) height: number;
}

@ObjectType('StoredImage', { simpleResolvers: true })
export class StoredImageType {
  @Field(() => EntityId) id: string;
  @Field(() => ImagePart) part: ImagePart;
  @Field(() => String) mediaType: string;
  @Field(() => Int) width: number;
  @Field(() => Int) height: number;
  @Field(() => Int) bytes: number;
  @Field(() => String) displayUrl: string;
  @Field(() => String) thumbnailUrl: string;
}

@ObjectType('DecisionReason', { simpleResolvers: true })
export class DecisionReasonType {
  @Field(() => ImageReason) code: ImageReason;
  @Field(() => ImagePart) part: ImagePart;
  @Field(() => String) label: string;
  @Field(() => String) remedy: string;
  @Field(() => Boolean) final: boolean;
}

@ObjectType('ImageDecision', { simpleResolvers: true })
export class ImageDecisionType {
  @Field(() => EntityId) id: string;
  @Field(() => ImageSubmissionStatus) outcome: ImageSubmissionStatus;
  @AtMost(20)
  @Field(() => [DecisionReasonType])
  reasons: DecisionReasonType[];
  @Field(() => String, { nullable: true }) comment: string | null;
  @Field(() => StaffRefType) decidedBy: StaffRefType;
  @Field(() => DateTime) decidedAt: Date;
  @Field(() => DateTime, { nullable: true }) undoneAt: Date | null;
}

@ObjectType('ImageSubmission', { simpleResolvers: true })
export class ImageSubmissionType {
  @Field(() => EntityId) id: string;
  @Field(() => Int) attempt: number;
  @Field(() => ImageSubmissionStatus) status: ImageSubmissionStatus;
  @Field(() => SubmissionChannel) channel: SubmissionChannel;
  @Field(() => DateTime) submittedAt: Date;
  @Field(() => Int) version: number;
  @Field(() => StoredImageType) photo: StoredImageType;
  @Field(() => StoredImageType) identification: StoredImageType;
  @AtMost(20)
  @Field(() => [FindingType])
  findings: FindingType[];
  @Field(() => ImageDecisionType, { nullable: true }) decision: ImageDecisionType | null;
}

@ObjectType('ReasonText', { simpleResolvers: true })
export class ReasonTextType {
  @Field(() => ImageReason) code: ImageReason;
  @Field(() => ImagePart) part: ImagePart;
  @Field(() => Boolean) final: boolean;
  @Field(() => String) label: string;
  @Field(() => String) remedy: string;
  @Field(() => Int) catalogueVersion: number;
}

@ObjectType('UndoOffer', {
  simpleResolvers: true,
  description: 'Open, unsent decision that can still be taken back.',
})
export class UndoOfferType {
  @Field(() => EntityId) decisionId: string;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) caseNumber: string;
  @Field(() => ImageSubmissionStatus) outcome: ImageSubmissionStatus;
  @Field(() => Int) reasons: number;
  @Field(() => DateTime) until: Date;
  @Field(() => Int) secondsLeft: number;
  @Field(() => Int) version: number;
}
