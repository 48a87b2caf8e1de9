import { readFileSync } from 'node:fs';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { emitSchema } from '../../server/src/emit-schema.ts';
import { operationRules } from '../../server/src/platform/access/allow.ts';

const CONTRACT = new URL('../../schema/schema.graphql', import.meta.url);

let emitted: string;
beforeAll(async () => {
  emitted = await emitSchema();
});

describe('the schema', () => {
  test('that the server serves is the one in schema/schema.graphql', () => {
    const contract = lexicographicSortSchema(buildSchema(readFileSync(CONTRACT, 'utf8')));
    expect(emitted.trim()).toBe(printSchema(contract).trim());
  });

  test('every operation says who may call it', () => {
    expect(operationRules().get('auditLog')).toEqual({ resource: 'audit', action: 'read' });
    expect(operationRules().get('deskSettings')).toBe('public');
  });
});
