/** Applications for exceptions that machines send: a portal for whoever is signed in there, a firm's own system for its firm; and how they stand. */
import type { Config } from '../../config.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import type { MachineCall } from '../../platform/machine/machine-route.ts';
import { newApplication, type RegisteredApplication } from '../application/new-application.write.ts';
import { isPersonal, requireFilledIn, toldBy } from '../application/told-application.store.ts';
import { addDocument } from '../document/document.write.ts';
import type { DocumentFiles } from '../document/document-file.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import { parseNationalId } from '../person/national-id.rules.ts';
import type { ApplicationView, ApplyBody } from './exception.schemas.ts';
import type { MachineOrderService } from './machine-order.service.ts';
import { dropPapers, refusedPaper, type TakenPaper, takePapers } from './machine-papers.ts';
import { addPerson, findPersons } from './machine-person.store.ts';

export interface MachineExceptionParts {
  readonly clock: Clock;
  readonly config: Pick<Config, 'production'>;
  readonly keys: Keys;
  readonly papers: DocumentFiles;
  readonly orders: MachineOrderService;
  readonly forFirm: (db: Db, firmId: string) => Db;
}

const FIRM = 'select coalesce(parent_id, id)::text as id from organisation where org_number = $1';
const VIEW = `select a.number, a.code, a.status, to_char(a.status_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "statusAt",
  o.org_number as firm, a.received_on::text as "receivedOn", a.decided_on::text as "decidedOn"
from exception_application a join organisation o on o.id = a.firm_id where a.number = $1`;
const ORGANISATION = `select organisation_id as "organisationId" from exception_application where id = $1`;

type Somebody = NonNullable<ApplyBody['applicant']>;

interface Sent {
  readonly firmId: string;
  readonly body: ApplyBody;
  readonly papers: readonly TakenPaper[];
  readonly channel: 'PORTAL' | 'API';
}

export class MachineExceptionService {
  constructor(private readonly parts: MachineExceptionParts) {}

  /** Papers and application together, or nothing. @throws AppError VALIDATION_FAILED, ORDERER_NOT_ALLOWED, FILE_REFUSED */
  async apply({ db, once }: MachineCall, body: ApplyBody): Promise<ApplicationView> {
    const firmId = await this.#firm(db, body.firm);
    const own = db.principal.machine?.firmId;
    if (!own && !body.sender) throw invalid({ sender: 'REQUIRED' });
    const firmDb = own ? db : this.parts.forFirm(db, firmId);
    const channel = own ? 'API' : 'PORTAL';
    const papers = await takePapers(this.parts.papers, body.documents);
    let kept = false;
    try {
      const number = await once(firmDb, async () => {
        const told = await firmDb.transaction(tx => this.#register(tx, { firmId, body, papers, channel }));
        kept = true;
        return told.number;
      });
      return await this.view(db, number);
    } catch (error) {
      kept = false;
      throw error;
    } finally {
      if (!kept) await dropPapers(this.parts.papers, papers);
    }
  }

  /** What somebody else sent is not there. @throws AppError NOT_FOUND */
  async view(db: Db, number: string): Promise<ApplicationView> {
    const [row] = await db.read<ApplicationView & Record<string, unknown>>(VIEW, [number]);
    if (!row) throw notFound();
    return row;
  }

  async #register(tx: Tx, { firmId, body, papers, channel }: Sent): Promise<RegisteredApplication> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    await this.#requireSender(tx, firmId, body);
    const input = { ...body, orgNumber: body.firm, channel, receivedOn: today };
    requireFilledIn(input, today);
    const personal = await isPersonal(tx, input);
    const personId = personal ? await this.#person(tx, 'applicant', body.applicant) : null;
    const relatedPersonId = await this.#person(tx, 'related', body.related);
    if (relatedPersonId !== null && relatedPersonId === personId)
      throw invalid({ 'related.nationalId': 'SAME_PERSON' });
    const whose = { personId, relatedPersonId, firmId };
    const made = await newApplication(tx, { ...toldBy(input), ...whose }, { at: now, today });
    await this.#add(tx, made, { papers, channel, today });
    return made;
  }

  async #add(
    tx: Tx,
    { id, caseId }: RegisteredApplication,
    { papers, channel, today }: Pick<Sent, 'papers' | 'channel'> & { today: LocalDate },
  ): Promise<void> {
    const home = await tx.one<{ organisationId: number }>(ORGANISATION, [id]);
    for (const [index, { paper, file }] of papers.entries()) {
      const { kind, title = null } = paper;
      const about = {
        kind,
        title,
        receivedOn: today,
        channel,
        correspondent: null,
        intakeOrganisationId: null,
      };
      await addDocument(tx, { caseId, organisationId: home?.organisationId ?? 0, ...about, file }).catch(
        error => {
          throw refusedPaper(error, index);
        },
      );
    }
  }

  /** Whoever is signed in asks for herself, or may order for the firm. */
  async #requireSender(tx: Tx, firmId: string, { sender, applicant }: ApplyBody): Promise<void> {
    if (!sender || digitsOf(sender.nationalId) === digitsOf(applicant?.nationalId ?? '')) return;
    await this.parts.orders.requireOrderer(tx, firmId, { orderer: sender, scheme: null });
  }

  /** Another firm than the system's own is like one that does not exist. */
  async #firm(db: Db, typed: string): Promise<string> {
    const parsed = parseOrgNumber(typed, this.#mode());
    if (!parsed.ok) throw invalid({ firm: parsed.code });
    const [firm] = await db.read<{ id: string }>(FIRM, [parsed.number]);
    const own = db.principal.machine?.firmId;
    if (!firm || (own && own !== firm.id)) throw invalid({ firm: 'UNKNOWN' });
    return firm.id;
  }

  async #person(tx: Tx, field: string, told: Somebody | undefined): Promise<string | null> {
    if (!told) return null;
    const facts = parseNationalId(told.nationalId, this.#mode());
    if (!facts.ok) throw invalid({ [`${field}.nationalId`]: facts.code });
    const known = await findPersons(tx, this.parts.keys, [facts.number]);
    return known.get(facts.number) ?? addPerson(tx, this.parts.keys, { ...told, facts });
  }

  #mode() {
    return this.parts.config.production ? 'production' : 'test';
  }
}

const digitsOf = (text: string) => text.replaceAll(/\s/g, '');
