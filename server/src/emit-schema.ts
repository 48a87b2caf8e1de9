/** The schema as the code says it, printed in one fixed order; needs no database. */
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createAccess } from './platform/access/access.ts';
import { createSchema } from './schema.ts';

export async function emitSchema(): Promise<string> {
  const schema = await createSchema({ access: await createAccess(), instances: [] });
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
