import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, EntityId } from '../../platform/graphql/scalars.ts';
import { TieKind } from './tie.enums.ts';

registerEnumType(TieKind, { name: 'TieKind' });

@ObjectType('StaffTie', {
  simpleResolvers: true,
  description: 'Shown to whoever declared it, and to nobody else.',
})
export class StaffTieType {
  @Field(() => EntityId) id: string;
  @Field(() => TieKind) kind: TieKind;
  @Field(() => String, { nullable: true }) maskedNationalId: string | null;
  @Field(() => String, { nullable: true }) orgNumber: string | null;
  @Field(() => String, { nullable: true, description: 'Null while the desk knows no firm by that number.' })
  firmName: string | null;
  @Field(() => DateTime) declaredAt: Date;
}
