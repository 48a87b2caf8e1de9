import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError } from '../config.ts';
import { readRegisterSettings, registerFaults } from './register-settings.ts';
import { newSandboxClient } from './sandbox/desk-file.sandbox.ts';

describe('the file about the registers', () => {
  let folder: string;
  let file: string;
  const write = (name: string, content: unknown) => {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const register = (scope?: string) => ({ url: 'https://register.example/api', scope });
  const good = {
    maskinporten: { issuer: 'https://maskinporten.example/', clientId: 'desk', keyFile: 'key.json' },
    enhetsregisteret: { ...register(), tries: 2 },
    folkeregisteret: register('folkeregister:desk'),
    aa: register('nav:aareg/v1/arbeidsforhold'),
    oar: { ...register('skatteetaten:arbeidsforhold'), package: 'hmskort' },
    udi: null,
  };
  const faults = (change: Record<string, unknown>, production = true) =>
    registerFaults(write('changed.json', { ...good, ...change }), production);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hms-kort-registers-'));
    write('key.json', (await newSandboxClient()).privateJwk);
    file = write('registers.json', good);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is not needed outside production', () => {
    expect(readRegisterSettings({ REGISTERS_FILE: undefined, production: false })).toBeNull();
  });

  it('gives every register its patience', () => {
    const settings = readRegisterSettings({ REGISTERS_FILE: file, production: true });
    expect(settings?.enhetsregisteret).toMatchObject({
      tries: 2,
      tryMs: 3_000,
      totalMs: 10_000,
      concurrency: 10,
    });
    expect(settings?.oar).toMatchObject({ package: 'hmskort', path: '/{package}/{orgNumber}/{nationalId}' });
    expect(settings?.udi).toBeNull();
    expect(registerFaults(file, true)).toEqual([]);
  });

  it('must name every register, be it with null', () => {
    expect(faults({ aa: undefined })).toEqual([expect.stringContaining('REGISTERS_FILE is wrong (aa: ')]);
    expect(faults({ aa: null })).toEqual([]);
  });

  it.each([
    ['an unknown word', { udii: null }, 'Unrecognized key'],
    ['no scope where a token is needed', { udi: register() }, 'udi.scope'],
    ['an address that is none', { aa: { url: 'ftp://x', scope: 'x' } }, 'aa.url'],
    ['no patience at all', { aa: { ...register('x'), tryMs: 1 } }, 'aa.tryMs'],
    [
      'a key that is not there',
      { maskinporten: { ...good.maskinporten, keyFile: 'none.json' } },
      'keyFile: cannot be read',
    ],
  ])('with %s is refused', (_, change, told) => {
    expect(faults(change)).toEqual([expect.stringContaining(told)]);
  });

  it('tells everything wrong at once, and nothing of the key', async () => {
    const { privateJwk } = await newSandboxClient();
    write('short.json', { ...privateJwk, n: 'AQAB' });
    const told = faults({
      maskinporten: { ...good.maskinporten, keyFile: 'short.json' },
      udi: { url: 'http://udi.example', scope: 'x' },
      aa: { url: 'http://aa.example', scope: 'x' },
    });
    expect(told).toHaveLength(3);
    expect(told.join('\n')).not.toContain(privateJwk.d);
  });

  it('may lead to this machine without TLS, except in production', () => {
    const udi = { url: 'http://127.0.0.1:4090', scope: 'x' };
    expect(faults({ udi }, false)).toEqual([]);
    expect(faults({ udi })).toEqual(['REGISTERS_FILE is wrong (udi: production asks over https:// only).']);
  });

  it('that is no JSON stops the start', () => {
    const read = () => readRegisterSettings({ REGISTERS_FILE: write('bad.json', '{'), production: false });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow('cannot be read or is not JSON');
  });
});
