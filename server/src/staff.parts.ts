/** Builds what serves staff, the audit log and the unmasking of national IDs. */
import type { Config } from './config.ts';
import { AuditReadModel } from './features/audit/audit.readmodel.ts';
import { AuditResolver } from './features/audit/audit.resolver.ts';
import { CallerReadModel } from './features/caller/caller.readmodel.ts';
import { PersonResolver } from './features/person/person.resolver.ts';
import { PersonPageReadModel } from './features/person/person-page.readmodel.ts';
import { RevealService } from './features/person/reveal.service.ts';
import type { SessionService } from './features/staff/session.service.ts';
import { StaffReadModel } from './features/staff/staff.readmodel.ts';
import { StaffResolver } from './features/staff/staff.resolver.ts';
import { StaffService } from './features/staff/staff.service.ts';
import { StaffGrantService } from './features/staff/staff-grant.service.ts';
import { TieResolver } from './features/tie/tie.resolver.ts';
import { TieService } from './features/tie/tie.service.ts';
import type { Access } from './platform/access/access.ts';
import type { Clock } from './platform/clock.ts';
import type { Keys } from './platform/crypto/keys.ts';

export interface StaffFeatureParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Config;
  readonly keys: Keys;
  readonly sessions: SessionService;
}

export const staffInstances = (parts: StaffFeatureParts) => [
  new StaffResolver(new StaffService(parts), new StaffReadModel(parts.access), new StaffGrantService(parts)),
  new TieResolver(new TieService({ ...parts, numberMode: parts.config.production ? 'production' : 'test' })),
  new AuditResolver(new AuditReadModel()),
  new PersonResolver(
    new RevealService(parts),
    new PersonPageReadModel({ access: parts.access, calls: new CallerReadModel(parts) }),
  ),
];
