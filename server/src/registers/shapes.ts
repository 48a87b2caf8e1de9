/** Pieces that several registers' answers are made of. */
import { z } from 'zod';

export const orgNumber = z.string().regex(/^\d{9}$/);
export const nationalId = z.string().regex(/^\d{11}$/);
export const date = z.iso.date();
/** Absent and null are the same. */
export const maybe = <S extends z.ZodType>(schema: S) => schema.nullish().transform(value => value ?? null);
