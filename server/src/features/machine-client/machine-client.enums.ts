export const MachineClientKind = {
  /** A firm's own system, for that firm alone. */
  API2: 'API2',
  /** An ordering portal: acts for orderers, each of whom must be entitled. */
  PORTAL: 'PORTAL',
  CARD_CHECK: 'CARD_CHECK',
  CONTROL: 'CONTROL',
  PRODUCTION: 'PRODUCTION',
} as const;
export type MachineClientKind = (typeof MachineClientKind)[keyof typeof MachineClientKind];

export const ClientAuthentication = {
  PRIVATE_KEY_JWT: 'PRIVATE_KEY_JWT',
  SECRET: 'SECRET',
} as const;
export type ClientAuthentication = (typeof ClientAuthentication)[keyof typeof ClientAuthentication];

/** As they stand in tokens: what may be done. */
export const SCOPES = [
  'order.place',
  'order.read',
  'image.attach',
  'card.read',
  'card.block',
  'exception.apply',
  'card.check',
  'card.control',
  'production',
] as const;
export type Scope = (typeof SCOPES)[number];
