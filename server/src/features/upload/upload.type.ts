import { Field, ObjectType } from 'type-graphql';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';

@ObjectType('UploadLink', { simpleResolvers: true })
export class UploadLinkType {
  @Field(() => EntityId) id: string;
  @Field(() => DateTime) createdAt: Date;
  @Field(() => DateTime) expiresAt: Date;
  @Field(() => DateTime, { nullable: true }) usedAt: Date | null;
  @Field(() => DateTime, { nullable: true }) revokedAt: Date | null;
}

@ObjectType('UploadTicket', {
  simpleResolvers: true,
  description: 'A ticket for one photo-and-ID pair: PUT each part to url, then POST url/submit.',
})
export class UploadTicketType {
  @Field(() => String) url: string;
  @Field(() => DateTime) expiresAt: Date;
}
