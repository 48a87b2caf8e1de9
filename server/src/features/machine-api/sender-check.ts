/** Whether whoever is signed in at a portal may act for a firm: as the desk knows it, and for a firm it hardly knows as Enhetsregisteret does. */
import type { Config } from '../../config.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import type { Registers } from '../../registers/registers.ts';
import { type HeldRole, whoMayOrder } from '../order/who-may-order.rules.ts';
import { parseNationalId } from '../person/national-id.rules.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import type { MachineOrderService, OrdererGiven } from './machine-order.service.ts';

export interface SenderCheckParts {
  readonly clock: Clock;
  readonly config: Pick<Config, 'production'>;
  readonly orders: MachineOrderService;
  readonly registers: Pick<Registers, 'enhetsregisteret'>;
}

export interface FirmOfSender {
  /** Null: the desk has never met it. */
  readonly id: string | null;
  /** Of the main unit. */
  readonly orgNumber: string;
}

export class SenderCheck {
  constructor(private readonly parts: SenderCheckParts) {}

  /** The register is asked only where the desk knows nothing of her in the firm. @throws AppError VALIDATION_FAILED, ORDERER_NOT_ALLOWED */
  async require(db: Db, { id, orgNumber }: FirmOfSender, sender: OrdererGiven): Promise<void> {
    const parsed = parseNationalId(sender.nationalId, this.parts.config.production ? 'production' : 'test');
    if (!parsed.ok) throw invalid({ 'sender.nationalId': parsed.code });
    if (id !== null && (await this.#isKnown(db, id, sender))) return;
    const roles = await this.#rolesOf(orgNumber, parsed.number);
    const day = osloDate(this.parts.clock.now());
    const rules = await db.transaction(tx => settingsOn(tx, day, null));
    const units = { unitId: FIRM, mainUnitId: FIRM };
    const answer = whoMayOrder({
      ...units,
      ...{ day, roles, rules, delegations: [], belongsToFirm: roles.length > 0 },
    });
    if (!answer.may) throw new AppError('ORDERER_NOT_ALLOWED', { fault: answer.fault });
  }

  /** @returns false when the desk knows nothing of her there. @throws AppError ORDERER_NOT_ALLOWED for any other reason */
  async #isKnown(db: Db, firmId: string, orderer: OrdererGiven): Promise<boolean> {
    try {
      await db.transaction(tx => this.parts.orders.requireOrderer(tx, firmId, { orderer, scheme: null }));
      return true;
    } catch (error) {
      if (error instanceof AppError && error.params.fault === 'NO_ROLE_OR_DELEGATION') return false;
      throw error;
    }
  }

  async #rolesOf(orgNumber: string, nationalId: string): Promise<HeldRole[]> {
    const told = await this.parts.registers.enhetsregisteret.rolesWithNationalIds(orgNumber);
    if (told.kind === 'UNAVAILABLE') throw invalid({ firm: 'REGISTER_SILENT' });
    if (told.kind !== 'ROLES') return [];
    return told.roles
      .filter(({ person, resigned }) => !resigned && person?.nationalId === nationalId && !person.deceased)
      .map(({ code }) => ({ code, firmId: FIRM }));
  }
}

/** The one firm in question, which may have no row yet. */
const FIRM = 'asked';
