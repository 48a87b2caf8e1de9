/** What a production server may not be configured with. One sentence a fault: what is wrong, what to do. */

export interface SettingsToTest {
  readonly KEYS_FILE?: string;
  readonly DATABASE_URL?: string;
  readonly PUBLIC_URL?: string;
  readonly OIDC_FILE?: string;
  readonly REGISTERS_FILE?: string;
  readonly REQUEST_BUDGET: number;
}

export function settingsFaults(settings: SettingsToTest): string[] {
  const { KEYS_FILE, DATABASE_URL, PUBLIC_URL, OIDC_FILE, REGISTERS_FILE, REQUEST_BUDGET } = settings;
  const faults: readonly (readonly [boolean, string])[] = [
    [
      !KEYS_FILE,
      'Setting KEYS_FILE is missing. Production needs its own encryption keys, kept outside DATA_DIR.',
    ],
    [
      !DATABASE_URL,
      'Setting DATABASE_URL is missing. Production does not use the embedded database: name a PostgreSQL server.',
    ],
    [
      !PUBLIC_URL?.startsWith('https://'),
      'Setting PUBLIC_URL is missing or not https://. Production cookies travel over TLS only: give the address users see.',
    ],
    [
      !OIDC_FILE,
      'Setting OIDC_FILE is missing. Production signs people in with two factors, through Ansattporten, ID-porten or your own provider: name the file about it.',
    ],
    [
      !REGISTERS_FILE,
      'Setting REGISTERS_FILE is missing. Production decides orders by what the registers answer: name the file about them (docs/registers.md).',
    ],
    [
      REQUEST_BUDGET === 0,
      'Setting REQUEST_BUDGET is 0. Production does not serve without a limit: leave it unset.',
    ],
  ];
  return faults.filter(([is]) => is).map(([, sentence]) => sentence);
}
