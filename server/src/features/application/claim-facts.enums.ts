/** What of an application is held against the registers. */
export const FactKey = {
  OWNER: 'OWNER',
  SPOUSE: 'SPOUSE',
  ADDRESS: 'ADDRESS',
  FORM: 'FORM',
  ROLE: 'ROLE',
  EMPLOYEES: 'EMPLOYEES',
  SECTOR: 'SECTOR',
  AGE: 'AGE',
  MUNICIPALITY: 'MUNICIPALITY',
  NO_ADDRESS: 'NO_ADDRESS',
  FIRM: 'FIRM',
  PERSON: 'PERSON',
  REGISTER: 'REGISTER',
} as const;
export type FactKey = (typeof FactKey)[keyof typeof FactKey];

/** EXCEPTED: the "no" the exception is from. */
export const Agreement = {
  LIKE: 'LIKE',
  DIFFERS: 'DIFFERS',
  UNKNOWN: 'UNKNOWN',
  EXCEPTED: 'EXCEPTED',
} as const;
export type Agreement = (typeof Agreement)[keyof typeof Agreement];
