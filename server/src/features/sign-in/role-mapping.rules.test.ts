import { describe, expect, test } from 'vitest';
import { mappedText, mapRoles, type RoleLine } from './role-mapping.rules.ts';
import { instantOf, languageOf, localPath, nameOf } from './sign-in.rules.ts';

const LINES: readonly RoleLine[] = [
  { when: { groups: 'agents' }, organisation: 'ISSUER', roles: ['AGENT'] },
  { when: { groups: 'finance' }, organisation: 'ISSUER', roles: ['FINANCE'] },
  {
    when: {
      'authorization_details.type': 'ansattporten:altinn:resource',
      'authorization_details.authorized_parties.orgno.ID': '0192:310000000',
    },
    organisation: 'AUTHORITY',
    roles: ['CASEWORKER'],
  },
  { when: { sub: 'abc' }, organisation: 'ISSUER', roles: ['ADMIN'], name: 'Astrid', email: 'a@test.example' },
];

describe('roles from what the provider says', () => {
  test('all lines that hold count together', () => {
    const mapped = mapRoles(LINES, { groups: ['finance', 'agents', 'other'] });
    expect(mapped).toMatchObject({ organisation: 'ISSUER', roles: ['AGENT', 'FINANCE'] });
    expect(mapped && mappedText(mapped)).toBe('ISSUER:AGENT,FINANCE');
  });

  test('Ansattporten says whom a person represents deep inside lists', () => {
    const parties = [{ orgno: { ID: '0192:310000001' } }, { orgno: { ID: '0192:310000000' } }];
    const details = [{ type: 'ansattporten:altinn:resource', authorized_parties: parties }];
    expect(mapRoles(LINES, { authorization_details: details })?.roles).toEqual(['CASEWORKER']);
    expect(mapRoles(LINES, { authorization_details: [{ ...details[0], type: 'another' }] })).toBeNull();
  });

  test('nothing, half a value and another type of value give no role', () => {
    for (const claims of [
      {},
      { groups: 'agents2' },
      { groups: { agents: true } },
      { groups: [7] },
      { toString: 'x' },
    ])
      expect(mapRoles(LINES, claims)).toBeNull();
  });

  test('two organisations at once give none', () => {
    const both = {
      groups: 'agents',
      authorization_details: [
        { type: 'ansattporten:altinn:resource', authorized_parties: [{ orgno: { ID: '0192:310000000' } }] },
      ],
    };
    expect(mapRoles(LINES, both)).toBeNull();
  });

  test('a line may say the name and address the provider does not tell', () => {
    expect(mapRoles(LINES, { sub: 'abc' })).toMatchObject({ name: 'Astrid', email: 'a@test.example' });
  });
});

describe('around a sign-in', () => {
  test.each([
    ['/', '/'],
    ['/my-cases?due=today', '/my-cases?due=today'],
    ['/cases/7#note', '/cases/7#note'],
    ['//ond.example', '/'],
    ['/\\ond.example', '/'],
    ['https://ond.example', '/'],
    ['/auth/sign-out', '/'],
    ['/graphql', '/'],
    ['/x y', '/'],
    [`/${'x'.repeat(600)}`, '/'],
    [['/a', '/b'], '/'],
  ])('the way back from %j is %j', (asked, path) => {
    expect(localPath(asked)).toBe(path);
  });

  test('a name is whole, or put together, or unknown', () => {
    expect([
      nameOf({ name: ' Ingrid Solheim ' }),
      nameOf({ given_name: 'Ingrid', family_name: 'Solheim' }),
      nameOf({}),
    ]).toEqual(['Ingrid Solheim', 'Ingrid Solheim', null]);
  });

  test('times and languages that are none are not believed', () => {
    expect([instantOf(0)?.getTime(), instantOf('0'), instantOf(Number.NaN)]).toEqual([0, null, null]);
    expect([languageOf('nn'), languageOf('xx'), languageOf(undefined)]).toEqual(['nn', 'nb', 'nb']);
  });
});
