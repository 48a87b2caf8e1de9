/** What is asked before anybody can say whether a worker in goods transport needs a card. */
export const TransportTask = {
  DRIVE_OR_HELP: 'DRIVE_OR_HELP',
  OFFICE_OR_WAREHOUSE: 'OFFICE_OR_WAREHOUSE',
} as const;
export type TransportTask = (typeof TransportTask)[keyof typeof TransportTask];

export const TransportRelation = {
  EMPLOYEE: 'EMPLOYEE',
  OWNER: 'OWNER',
  FREELANCER: 'FREELANCER',
  HIRED_IN: 'HIRED_IN',
  POSTED: 'POSTED',
  VOLUNTEER: 'VOLUNTEER',
} as const;
export type TransportRelation = (typeof TransportRelation)[keyof typeof TransportRelation];

export const TransportGoods = {
  OTHERS_PAID: 'OTHERS_PAID',
  OTHERS_UNPAID: 'OTHERS_UNPAID',
  OWN: 'OWN',
} as const;
export type TransportGoods = (typeof TransportGoods)[keyof typeof TransportGoods];

/** Who orders the card, when one is needed. */
export const CardOrderer = { EMPLOYER: 'EMPLOYER', PRINCIPAL: 'PRINCIPAL', HIRER_OUT: 'HIRER_OUT' } as const;
export type CardOrderer = (typeof CardOrderer)[keyof typeof CardOrderer];

/** Rows of the decision table, in the order in which they are asked. */
export const TransportDutyRow = {
  NOT_IN_FORCE: 'NOT_IN_FORCE',
  NOT_IN_THE_CAR: 'NOT_IN_THE_CAR',
  VOLUNTEER: 'VOLUNTEER',
  TOO_HEAVY: 'TOO_HEAVY',
  UNPAID: 'UNPAID',
  OWN_GOODS: 'OWN_GOODS',
  OTHER_CARD: 'OTHER_CARD',
  POSTED_EXEMPT: 'POSTED_EXEMPT',
  DUTY: 'DUTY',
} as const;
export type TransportDutyRow = (typeof TransportDutyRow)[keyof typeof TransportDutyRow];
