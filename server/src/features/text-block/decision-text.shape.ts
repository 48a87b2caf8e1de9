/** What a version of a text must look like to be kept, whoever wrote it. */
import { z } from 'zod';
import { perLanguage } from './wording.input.ts';

const words = z.string().trim().min(1).max(4000);
const inThree = z.strictObject({ nb: words, nn: words, en: words });
const unique = (list: readonly unknown[]) => new Set(list).size === list.length;

const common = {
  label: perLanguage,
  text: inThree,
  exceptionCodes: z.array(z.string()).max(17).refine(unique),
  outcomes: z.array(z.string()).max(4).refine(unique),
};

export const groundShape = z.strictObject({
  ...common,
  code: z.string().regex(/^[A-Z][A-Z0-9_]{2,39}$/),
  validTo: z.null(),
  source: z.null(),
});

export const statuteShape = z.strictObject({
  ...common,
  code: z.string().regex(/^[A-Z][A-Z0-9-]{2,39}$/),
  validTo: z.string().nullable(),
  source: z.string().trim().min(1).max(200),
});
