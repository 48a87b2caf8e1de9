/** Every reason a register can give, and what must stand in it for that: told to the sandbox about a line that is otherwise as it should be. */
import type { CheckDesk, NewLine, Ordered } from './check-desk.ts';

export interface Told {
  readonly name: string;
  readonly given: NewLine;
  readonly tell: (desk: CheckDesk, line: Ordered) => unknown;
  readonly register: string;
  readonly outcome: string;
  readonly reason: string;
}

const person = (desk: CheckDesk, { nationalId }: Ordered) => desk.sandbox.person(nationalId);
const firm = (desk: CheckDesk, line: Ordered) => desk.sandbox.firm(line.firm.mainOrgNumber);
const changeUnit = (desk: CheckDesk, line: Ordered, facts: Record<string, string>) =>
  desk.sandbox.world.changeSubUnit(line.firm.unitOrgNumber, facts);
const atWork = (desk: CheckDesk, line: Ordered, start: string) =>
  person(desk, line).notEmployedIn(line.firm.unitOrgNumber).employedIn(line.firm.unitOrgNumber, { start });
const agency = (desk: CheckDesk, line: Ordered) => firm(desk, line).is({ industry: '78.200' });
const cleaning = { scheme: 'CLEANING' } as const;
const carCare = { scheme: 'CAR_CARE' } as const;
const transport = { scheme: 'GOODS_TRANSPORT' } as const;
const ukrainian = { ...cleaning, citizenship: 'UKR' } as const;
const posted = { posted: true } as const;

type Row = readonly [string, NewLine, Told['tell'], string, string];
const ROWS: readonly Row[] = [
  [
    'the firm is gone (410)',
    {},
    (d, l) => firm(d, l).is({ removedOn: '2026-01-01' }),
    'ENHETSREGISTERET REJECTED',
    'ENH_REMOVED',
  ],
  [
    'the firm is bankrupt',
    {},
    (d, l) => firm(d, l).is({ bankrupt: true }),
    'ENHETSREGISTERET REJECTED',
    'ENH_BANKRUPT',
  ],
  [
    'the firm is wound up',
    {},
    (d, l) => firm(d, l).is({ windingUp: true }),
    'ENHETSREGISTERET REJECTED',
    'ENH_WINDING_UP',
  ],
  [
    'the unit is closed',
    {},
    (d, l) => changeUnit(d, l, { closedOn: '2026-01-01' }),
    'ENHETSREGISTERET REJECTED',
    'ENH_UNIT_CLOSED',
  ],
  [
    'the unit has moved',
    {},
    (d, l) => changeUnit(d, l, { mainUnit: '313000001' }),
    'ENHETSREGISTERET REJECTED',
    'ENH_UNIT_MOVED',
  ],
  [
    'outside Foretaksregisteret',
    transport,
    (d, l) => firm(d, l).is({ inCompanyRegister: false }),
    'FORETAKSREGISTERET REJECTED',
    'FR_NOT_REGISTERED',
  ],
  [
    'no duty to be in it',
    { ...transport, form: 'FLI' },
    (d, l) => firm(d, l).is({ inCompanyRegister: false }),
    'FORETAKSREGISTERET NOT_APPLICABLE',
    'FR_NO_DUTY',
  ],
  [
    'not registered for VAT',
    {},
    (d, l) => firm(d, l).is({ inVatRegister: false }),
    'MVA REJECTED',
    'MVA_NOT_REGISTERED',
  ],
  [
    'a municipality',
    {},
    (d, l) => firm(d, l).is({ inVatRegister: false, sectorCode: '6500' }),
    'MVA NOT_APPLICABLE',
    'MVA_SECTOR_AS_USUAL',
  ],
  [
    'an inactive D-number (R20)',
    {},
    (d, l) => person(d, l).is({ status: 'INACTIVE' }),
    'FOLKEREGISTERET REJECTED',
    'FREG_INACTIVE',
  ],
  [
    'a new number',
    {},
    (d, l) => person(d, l).is({ status: 'INACTIVE', replacedBy: '17858512387' }),
    'FOLKEREGISTERET REJECTED',
    'FREG_REPLACED',
  ],
  [
    'deceased',
    {},
    (d, l) => person(d, l).is({ status: 'DECEASED' }),
    'FOLKEREGISTERET REJECTED',
    'FREG_DECEASED',
  ],
  [
    'not reported',
    {},
    (d, l) => person(d, l).notEmployedIn(l.firm.unitOrgNumber),
    'AA REJECTED',
    'AA_NOT_REGISTERED',
  ],
  ['left', {}, (d, l) => person(d, l).leaves(l.firm.unitOrgNumber, '2026-11-20'), 'AA REJECTED', 'AA_ENDED'],
  ['begins in a week (R10)', {}, (d, l) => atWork(d, l, '2026-11-30'), 'AA PENDING', 'AA_NOT_STARTED'],
  [
    'not assigned (007)',
    posted,
    (d, l) => person(d, l).is({ assignments: {} }),
    'OAR REJECTED',
    'OAR_NOT_REGISTERED',
  ],
  [
    'assigned from December',
    posted,
    (d, l) => person(d, l).assignedBy(l.firm.mainOrgNumber, [{ start: '2026-12-01', end: null }]),
    'OAR PENDING',
    'OAR_NOT_STARTED',
  ],
  [
    'assigned until October',
    posted,
    (d, l) => person(d, l).assignedBy(l.firm.mainOrgNumber, [{ start: '2026-01-01', end: '2026-10-31' }]),
    'OAR REJECTED',
    'OAR_ENDED',
  ],
  ['UDI says no', ukrainian, (d, l) => person(d, l).mayWork('NO'), 'UDI REJECTED', 'UDI_NO'],
  ['UDI does not know', ukrainian, (d, l) => person(d, l).mayWork('UNKNOWN'), 'UDI REJECTED', 'UDI_UNKNOWN'],
  [
    'the permit has run out',
    ukrainian,
    (d, l) => person(d, l).mayWork('YES', '2026-11-01'),
    'UDI REJECTED',
    'UDI_EXPIRED',
  ],
  [
    'a citizen of the EEA',
    { ...cleaning, citizenship: 'POL' },
    () => 0,
    'UDI NOT_APPLICABLE',
    'UDI_EEA_CITIZEN',
  ],
  [
    'applied for cleaning (R3)',
    cleaning,
    (d, l) => d.approve(l.firm, 'CLEANING_APPROVAL', 'APPLICATION_IN_PROGRESS'),
    'CLEANING_APPROVAL PENDING',
    'CLEANING_IN_PROGRESS',
  ],
  [
    'refused for cleaning',
    cleaning,
    (d, l) => d.approve(l.firm, 'CLEANING_APPROVAL', 'NOT_APPROVED'),
    'CLEANING_APPROVAL REJECTED',
    'CLEANING_NOT_APPROVED',
  ],
  [
    'never applied for cleaning',
    cleaning,
    (d, l) => d.approve(l.firm, 'CLEANING_APPROVAL', null),
    'CLEANING_APPROVAL REJECTED',
    'CLEANING_NOT_LISTED',
  ],
  [
    'applied for car care',
    carCare,
    (d, l) => d.approve(l.firm, 'CAR_CARE_APPROVAL', 'APPLICATION_IN_PROGRESS'),
    'CAR_CARE_APPROVAL PENDING',
    'CAR_CARE_IN_PROGRESS',
  ],
  [
    'refused for car care',
    carCare,
    (d, l) => d.approve(l.firm, 'CAR_CARE_APPROVAL', 'NOT_APPROVED'),
    'CAR_CARE_APPROVAL REJECTED',
    'CAR_CARE_NOT_APPROVED',
  ],
  [
    'never applied for car care',
    carCare,
    (d, l) => d.approve(l.firm, 'CAR_CARE_APPROVAL', null),
    'CAR_CARE_APPROVAL REJECTED',
    'CAR_CARE_NOT_LISTED',
  ],
  ['no agency', {}, () => 0, 'STAFFING NOT_APPLICABLE', 'STAFFING_NOT_AGENCY'],
  ['an agency that never applied', {}, agency, 'STAFFING REJECTED', 'STAFFING_NOT_LISTED'],
  [
    'an agency refused',
    {},
    (d, l) => agency(d, l) && d.approve(l.firm, 'STAFFING', 'NOT_APPROVED'),
    'STAFFING REJECTED',
    'STAFFING_NOT_APPROVED',
  ],
  [
    'an agency whose year is over',
    {},
    (d, l) => agency(d, l) && d.approve(l.firm, 'STAFFING', 'APPROVED 2026-11-22'),
    'STAFFING REJECTED',
    'STAFFING_LAPSED',
  ],
];

export const REASONS: readonly Told[] = ROWS.map(([name, given, tell, said, reason]) => {
  const [register = '', outcome = ''] = said.split(' ');
  return { name, given, tell, register, outcome, reason };
});
