/** Registers an application that came by post, eDialog or mail, for staff of the issuer and of the authority; and hands the issuer's over. */
import type { Access } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import { ORDER_SCOPE_SQL, type OrderScope, orderScope } from '../order/order.policy.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import { type Concerned, requireUntied } from '../tie/tie.policy.ts';
import { type ApplicantParts, findOrAddApplicant } from './applicant.store.ts';
import type { HandOverApplicationInput, RegisterApplicationInput } from './application.input.ts';
import { newApplication, type RegisteredApplication } from './new-application.write.ts';
import { isPersonal, requireFilledIn, toldBy } from './told-application.store.ts';

export interface RegisterApplicationParts extends ApplicantParts {
  readonly access: Access;
  readonly clock: Clock;
}

const FIRM = 'select coalesce(parent_id, id)::text as id from organisation where org_number = $1';
/** Behind the wall: the issuer's own. */
const PARTIES = `select array[a.person_id::text, a.related_person_id::text] as persons, array[a.firm_id::text] as firms from exception_application a where a.id = $1`;
const HAND_OVER = `select hand_over_application($1, $2, $3) as done, a.id::text, a.case_id::text as "caseId", a.number
from (select) one left join exception_application a on a.id = $1`;
/** Behind the wall: whoever sees the line may apply for whom it is about. */
const LINE = (
  scope: OrderScope,
) => `select i.person_id::text as "personId", i.main_unit_id::text as "firmId", i.order_number as "orderNumber"
from order_item i join person p on p.id = i.person_id where i.id = $2 and ${ORDER_SCOPE_SQL[scope]}`;

interface Asking {
  readonly actor: Principal;
  readonly personal: boolean;
}

interface About {
  readonly personId: string | null;
  /** The main unit. */
  readonly firmId: string;
  readonly orderNumber?: string;
}

export class RegisterApplicationService {
  constructor(private readonly parts: RegisterApplicationParts) {}

  /**
   * Personal papers by plain e-mail are registered too, so that they can be answered and found; nothing can be decided on them.
   * @throws AppError VALIDATION_FAILED naming the fields; BARRED for her own case, her family's or her employer's
   */
  async register(db: Db, input: RegisterApplicationInput): Promise<RegisteredApplication> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    const { organisationId } = db.principal;
    const facts = { organisationId: organisationId ?? undefined };
    this.parts.access.require(db.principal, { resource: 'application', action: 'register' }, facts);
    requireFilledIn(input, today);
    return db.transaction(async tx => {
      const personal = await isPersonal(tx, input);
      const about = await this.#about(tx, input, { actor: db.principal, personal });
      const { personId } = about;
      const relatedPersonId = await this.#person(tx, 'related', input.related);
      if (relatedPersonId !== null && relatedPersonId === personId)
        throw invalid({ 'related.nationalId': 'SAME_PERSON' });
      await requireUntied(tx, { persons: [personId, relatedPersonId], firms: [about.firmId] });
      const told = { ...toldBy(input), ...about, relatedPersonId };
      return newApplication(tx, told, { at: now, today });
    });
  }

  /**
   * The issuer sees the state from then on, and no paper.
   * @throws AppError ACTION_NOT_AVAILABLE when it is not the caller's, or has changed
   */
  async handOver(db: Db, { applicationId, expectedVersion }: HandOverApplicationInput) {
    const facts = { organisationId: db.principal.organisationId ?? undefined };
    this.parts.access.require(db.principal, { resource: 'application', action: 'handover' }, facts);
    return db.transaction(async tx => {
      const parties = await tx.one<Concerned & Record<string, unknown>>(PARTIES, [applicationId]);
      if (parties) await requireUntied(tx, parties);
      const values = [applicationId, expectedVersion, this.parts.clock.now()];
      const row = await tx.one<RegisteredApplication & { done: boolean }>(HAND_OVER, values);
      if (!row?.done) throw new AppError('ACTION_NOT_AVAILABLE');
      const { id, caseId, number } = row;
      return { id, caseId, number };
    });
  }

  /** Person and firm: those of the order line, or those the paper names. */
  async #about(tx: Tx, input: RegisterApplicationInput, { actor, personal }: Asking): Promise<About> {
    if (!input.orderItemId) {
      const personId = personal ? await this.#person(tx, 'applicant', input.applicant) : null;
      return { personId, firmId: await this.#firm(tx, input.orgNumber ?? '') };
    }
    const line = await tx.one<Required<About> & Record<string, unknown>>(
      LINE(orderScope(this.parts.access, actor)),
      [actor.organisationId, input.orderItemId],
    );
    if (!line) throw invalid({ orderItemId: 'NOT_FOUND' });
    return personal ? line : { ...line, personId: null };
  }

  async #firm(tx: Tx, orgNumber: string): Promise<string> {
    const parsed = parseOrgNumber(orgNumber, this.parts.numberMode);
    if (!parsed.ok) throw invalid({ orgNumber: parsed.code });
    const firm = await tx.one<{ id: string }>(FIRM, [parsed.number]);
    if (!firm) throw invalid({ orgNumber: 'NOT_FOUND' });
    return firm.id;
  }

  async #person(tx: Tx, field: string, told: RegisterApplicationInput['applicant']): Promise<string | null> {
    return told ? findOrAddApplicant(tx, this.parts, { field, told }) : null;
  }
}
