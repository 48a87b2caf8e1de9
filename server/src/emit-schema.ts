/** The schema as the code says it, printed in one fixed order; needs no database. */
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createAccess } from './platform/access/access.ts';
import { createKeys } from './platform/crypto/keys.ts';
import { Idempotency } from './platform/idempotency/idempotency.ts';
import { createSchema } from './schema.ts';

export async function emitSchema(): Promise<string> {
  // Nothing is called here, so no key is ever used.
  const idempotency = new Idempotency(
    createKeys({ current: 'none', keys: { none: Buffer.alloc(32).toString('base64') } }),
  );
  const schema = await createSchema({ access: await createAccess(), instances: [], idempotency });
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
