/** The schema as the code says it, printed in one fixed order; needs no database. */
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { createAccess } from './platform/access/access.ts';
import { createKeys } from './platform/crypto/keys.ts';
import { Idempotency } from './platform/idempotency/idempotency.ts';
import { createSchema } from './schema.ts';

/** The schema with nothing behind it: to look at, not to ask. */
export async function bareSchema(): Promise<GraphQLSchema> {
  // Nothing is called here, so no key is ever used.
  const idempotency = new Idempotency(
    createKeys({ current: 'none', keys: { none: Buffer.alloc(32).toString('base64') } }),
  );
  return createSchema({ access: await createAccess(), instances: [], idempotency });
}

export async function emitSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await bareSchema()))}\n`;
}
