import { Field, InputType } from 'type-graphql';
import { ShortText } from '../../platform/graphql/scalars.ts';
import { InvoiceState } from './invoice.enums.ts';

@InputType()
export class InvoiceFilter {
  @Field(() => InvoiceState, { nullable: true }) state?: InvoiceState | null;
  @Field(() => ShortText, {
    nullable: true,
    description:
      'Number of the invoice, KID, order number, internal order number, reference or organisation number, whole.',
  })
  text?: string | null;
}
