import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import {
  LetterChannel,
  LetterKind,
  LetterPart,
  LetterPoint,
  LetterSignerRole,
  LetterStatus,
} from './letter.enums.ts';

for (const [name, values] of Object.entries({
  LetterChannel,
  LetterKind,
  LetterPart,
  LetterPoint,
  LetterSignerRole,
  LetterStatus,
}))
  registerEnumType(values, { name });

@ObjectType('LetterParagraph', { simpleResolvers: true })
export class LetterParagraphType {
  @Field(() => LetterPart) key: LetterPart;
  @Field(() => Boolean, { description: 'The law or the house says it so; nobody changes it.' })
  locked: boolean;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => String, { description: 'Lines are paragraphs; a line that begins with a dash is an item.' })
  text: string;
}

@ObjectType('LetterSigner', { simpleResolvers: true })
export class LetterSignerType {
  @Field(() => LetterSignerRole) role: LetterSignerRole;
  @Field(() => String) name: string;
}

@ObjectType('LetterRecipient', { simpleResolvers: true })
export class LetterRecipientType {
  @Field(() => String) name: string;
  @AtMost(6)
  @Field(() => [String], { description: 'None where the address is protected.' })
  lines: string[];
  @Field(() => Boolean) addressFromRegister: boolean;
}

@ObjectType('LetterContent', { simpleResolvers: true, description: 'The letter as its reader gets it.' })
export class LetterContentType {
  @Field(() => LetterKind) kind: LetterKind;
  @Field(() => Language) language: Language;
  @Field(() => Int) textVersion: number;
  @Field(() => LetterRecipientType) recipient: LetterRecipientType;
  @Field(() => String) caseNumber: string;
  @Field(() => LocalDateScalar) date: string;
  @Field(() => String) heading: string;
  @AtMost(16)
  @Field(() => [LetterParagraphType])
  paragraphs: LetterParagraphType[];
  @AtMost(2)
  @Field(() => [LetterSignerType])
  signers: LetterSignerType[];
}

@ObjectType('LetterPointResult', {
  simpleResolvers: true,
  description: 'One point of the letter’s contract.',
})
export class LetterPointResultType {
  @Field(() => LetterPoint) code: LetterPoint;
  @Field(() => Boolean) met: boolean;
}
