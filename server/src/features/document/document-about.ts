/** What whoever sends a file says of it, in a header beside its bytes. */
import { z } from 'zod';
import { ApplicationChannel } from '../application/application.enums.ts';
import { DocumentKind } from '../exception-catalogue/exception-catalogue.enums.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** What the sender says of a file, beside its bytes. */
export const AboutDocument = z.strictObject({
  kind: z.enum(DocumentKind),
  title: z
    .string()
    .trim()
    .max(120)
    .refine(text => !CONTROL.test(text))
    .nullish()
    .transform(text => text || null),
  receivedOn: z.iso.date(),
  channel: z.enum(ApplicationChannel),
});

export type AboutDocumentInput = z.infer<typeof AboutDocument>;
