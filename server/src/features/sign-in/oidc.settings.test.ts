import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readOidcSettings } from './oidc.settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'hms-kort-oidc-'));
afterAll(() => rmSync(folder, { recursive: true }));

const jwk = (bits: number) => ({
  ...generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ format: 'jwk' }),
  kid: 'k1',
});
const LINE = { when: { groups: 'a' }, organisation: 'ISSUER', roles: ['AGENT'] };

function read(file: object, { production = false, key = jwk(2048) as object } = {}) {
  writeFileSync(join(folder, 'key.json'), JSON.stringify(key));
  const path = join(folder, 'oidc.json');
  writeFileSync(path, JSON.stringify({ clientId: 'c', keyFile: 'key.json', roles: [LINE], ...file }));
  return readOidcSettings({ OIDC_FILE: path, production });
}

describe('what the desk is told about the provider', () => {
  test('the presets know issuer, levels and that requests are pushed', () => {
    expect(read({ preset: 'ansattporten' }, { production: true })).toMatchObject({
      issuer: 'https://ansattporten.no',
      name: 'Ansattporten',
      par: true,
      acr: { ask: 'substantial', accept: expect.arrayContaining(['high', 'idporten-loa-high']) },
    });
    expect(read({ preset: 'idporten', level: 'high' })?.acr).toEqual({
      ask: 'idporten-loa-high',
      accept: ['high', 'idporten-loa-high'],
    });
  });

  test('representation, resource and the organisation a supplier acts for go with the request', () => {
    const authorizationDetails = [
      { type: 'ansattporten:altinn:resource', resource: 'urn:altinn:resource:x' },
    ];
    const extra = read({
      preset: 'ansattporten',
      authorizationDetails,
      resource: 'r',
      onBehalfOf: '310000000',
    })?.extra;
    expect(extra).toEqual({
      authorization_details: JSON.stringify(authorizationDetails),
      resource: 'r',
      onbehalfof: '310000000',
    });
  });

  test.each([
    ['an unknown preset', { preset: 'anywhere' }],
    ['another issuer than the preset’s', { preset: 'idporten', issuer: 'https://ond.example' }],
    ['no issuer at all', {}],
    ['no line of roles', { preset: 'idporten', roles: [] }],
    ['a line without a condition', { preset: 'idporten', roles: [{ ...LINE, when: {} }] }],
    ['a role of the other organisation', { preset: 'idporten', roles: [{ ...LINE, roles: ['CASEWORKER'] }] }],
    ['a word it does not know', { preset: 'idporten', secret: 'x' }],
  ])('%s stops the server', (_, file) => {
    expect(() => read(file)).toThrow('OIDC_FILE is wrong');
  });

  test('a short key stops it, and one that is not private', () => {
    const { d: _, ...open } = jwk(2048);
    expect(() => read({ preset: 'idporten' }, { key: jwk(1024) })).toThrow('too short');
    expect(() => read({ preset: 'idporten' }, { key: open })).toThrow('OIDC_FILE is wrong');
  });

  test('production asks no test provider, and none without TLS', () => {
    expect(() => read({ preset: 'ansattporten-test' }, { production: true })).toThrow('trying out');
    const own = { issuer: 'http://provider.example', name: 'X', acr: { ask: 'a', accept: ['a'] } };
    expect(() => read(own, { production: true })).toThrow('https://');
    expect(read(own)?.issuer).toBe('http://provider.example');
  });
});
