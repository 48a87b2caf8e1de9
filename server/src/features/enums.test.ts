import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Language } from '../platform/language.ts';
import * as caseEnums from './case/case.enums.ts';
import * as imageReviewEnums from './image-review/image-review.enums.ts';
import * as orderEnums from './order/order.enums.ts';
import * as staffEnums from './staff/staff.enums.ts';

const contract = readFileSync(new URL('../../../schema/schema.graphql', import.meta.url), 'utf8');
const enums: Record<string, object> = {
  Language,
  ...caseEnums,
  ...imageReviewEnums,
  ...orderEnums,
  ...staffEnums,
};

function valuesInContract(name: string): string[] {
  const body = new RegExp(`^enum ${name} \\{([^}]*)\\}`, 'm').exec(contract)?.[1] ?? '';
  return body.split(/\s+/).filter(Boolean).sort();
}

describe('the codes of the server and of the contract', () => {
  it.each(Object.entries(enums))('%s has the same values in both', (name, values) => {
    expect(Object.keys(values).sort()).toEqual(valuesInContract(name));
    expect(Object.keys(values)).toEqual(Object.values(values));
  });
});
