/** UDI over HTTP, in our own shape. */
import { z } from 'zod';
import { type AskParts, asker, named, only, shaped } from '../ask.ts';
import { askAbout } from '../own-shape.ts';
import { date, maybe } from '../shapes.ts';
import type { Udi } from './udi.ts';

const WORK_ACCESS = z.object({ access: z.enum(['YES', 'NO', 'UNKNOWN']), validTo: maybe(date) });

export function createUdi(parts: AskParts): Udi {
  const ask = asker(parts);
  return {
    workAccess: person =>
      ask({
        asked: { question: 'workAccess', ...named(person) },
        where: '/work-access',
        request: askAbout('/work-access', { nationalId: person.nationalId }),
        read: reply => {
          only(200, reply);
          return { kind: 'WORK_ACCESS' as const, ...shaped(WORK_ACCESS, reply) };
        },
        evidence: result => ({ ...result }),
      }),
  };
}
