/** Both organisations and their staff: one demo account per role, and a second administrator, leader and caseworker, as roles are given and decisions signed by two, and colleagues who are met in the cases but cannot sign in by one press. */
import type { StaffRole } from '../../server/src/features/staff/staff.enums.ts';

export interface StaffMember {
  readonly id: number;
  readonly organisation_id: 1 | 2;
  readonly name: string;
  readonly role: StaffRole;
  readonly demo: boolean;
}

const member = (
  id: number,
  name: string,
  role: StaffRole,
): Omit<StaffMember, 'organisation_id' | 'demo'> => ({
  id,
  name,
  role,
});
const issuer = { organisation_id: 1, demo: true } as const;
const authority = { organisation_id: 2, demo: true } as const;
const colleague = { demo: false } as const;

/** In the order of the sign-in page. */
export const STAFF = {
  ingrid: { ...member(1, 'Ingrid Solheim', 'AGENT'), ...issuer },
  stine: { ...member(2, 'Stine Krog', 'SENIOR_AGENT'), ...issuer },
  tuva: { ...member(3, 'Tuva Myhre', 'CASEWORKER'), ...authority },
  henrik: { ...member(4, 'Henrik Aas', 'CASEWORKER_LEAD'), ...authority },
  mona: { ...member(5, 'Mona Haugland', 'FINANCE'), ...issuer },
  sindre: { ...member(6, 'Sindre Vik', 'AUDITOR'), ...authority },
  astrid: { ...member(7, 'Astrid Jakobsen', 'ADMIN'), ...issuer },
  jonas: { ...member(8, 'Jonas Berg', 'AGENT'), ...issuer, ...colleague },
  fatima: { ...member(9, 'Fatima Ali', 'AGENT'), ...issuer, ...colleague },
  erik: { ...member(10, 'Erik Hagen', 'CASEWORKER'), ...authority },
  nora: { ...member(11, 'Nora Bjerke', 'CASEWORKER'), ...authority, ...colleague },
  gunhild: { ...member(13, 'Gunhild Moen', 'CASEWORKER_LEAD'), ...authority },
  vidar: { ...member(12, 'Vidar Lunde', 'ADMIN'), ...authority },
  olav: { ...member(14, 'Olav Brun', 'FINANCE'), ...issuer },
} as const satisfies Record<string, StaffMember>;

export const DEMO_PASSWORD = 'demo-passord-2026';

export const emailOf = ({ name }: Pick<StaffMember, 'name'>): string =>
  `${name.toLowerCase().replace(' ', '.')}@demo.example`;
