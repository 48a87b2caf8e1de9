/** Papers a machine sends after the application: for what it sent itself, as long as nobody has decided. The same paper twice is one. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { MachineCall } from '../../platform/machine/machine-route.ts';
import type { ApplicationCode, ApplicationStatus } from '../application/application.enums.ts';
import { lockApplication } from '../application/application-state.write.ts';
import { noteUnattended } from '../document/arrival.write.ts';
import { addDocument } from '../document/document.write.ts';
import type { DocumentFiles } from '../document/document-file.ts';
import type { LaterPapersBody } from './exception.schemas.ts';
import { requireNamedSender } from './machine-intake.ts';
import type { OrdererGiven } from './machine-order.service.ts';
import { dropPapers, refusedPaper, type TakenPaper, takePapers } from './machine-papers.ts';
import { findPersons } from './machine-person.store.ts';
import type { FirmOfSender } from './sender-check.ts';

export interface LaterPapersParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly papers: DocumentFiles;
  readonly forFirm: (db: Db, firmId: string) => Db;
  /** The desk puts them on the case, as it does with what comes by mail: a machine changes no case. */
  readonly asDesk: (db: Db) => Db;
}

/** Whose application it is: of an exception, or of an approval. */
export interface ApplicationDoor<View> {
  readonly codes: readonly ApplicationCode[];
  /** @throws AppError ORDERER_NOT_ALLOWED */
  requireSender(db: Db, firm: FirmOfSender, sender: OrdererGiven): Promise<void>;
  view(db: Db, number: string): Promise<View>;
}

export interface LaterPapers {
  readonly number: string;
  readonly body: LaterPapersBody;
}

interface Mine extends Record<string, unknown> {
  readonly caseId: string;
  readonly firmId: string;
  readonly orgNumber: string;
  readonly personId: string | null;
  readonly status: ApplicationStatus;
}

const MINE = `select a.case_id::text as "caseId", a.firm_id::text as "firmId", o.org_number as "orgNumber", a.person_id::text as "personId", a.status
from exception_application a join organisation o on o.id = a.firm_id where a.number = $1 and a.client_id = app_client() and a.code = any ($2)`;
/** After a decision a paper is something else: an appeal, or a new application. */
const TAKES_PAPERS: readonly ApplicationStatus[] = [
  'UNDER_REVIEW',
  'AWAITING_DOCUMENTS',
  'CARD_ORDERING',
  'FOR_APPROVAL',
  'APPEALED',
];

export class LaterPapersService {
  constructor(private readonly parts: LaterPapersParts) {}

  /** @throws AppError NOT_FOUND for what somebody else sent, ACTION_NOT_AVAILABLE, ORDERER_NOT_ALLOWED, FILE_REFUSED */
  async add<View>(
    { db, once }: MachineCall,
    door: ApplicationDoor<View>,
    { number, body }: LaterPapers,
  ): Promise<View> {
    const [mine] = await db.read<Mine>(MINE, [number, door.codes]);
    if (!mine) throw notFound();
    if (!TAKES_PAPERS.includes(mine.status)) throw new AppError('ACTION_NOT_AVAILABLE');
    const own = db.principal.machine?.firmId;
    requireNamedSender(db, body);
    const firmDb = own ? db : this.parts.forFirm(db, mine.firmId);
    if (body.sender && !(await this.#isApplicant(firmDb, mine, body.sender)))
      await door.requireSender(firmDb, { id: mine.firmId, orgNumber: mine.orgNumber }, body.sender);
    const papers = await takePapers(this.parts.papers, body.documents);
    let unused: readonly TakenPaper[] = papers;
    try {
      await once(firmDb, async () => {
        unused = await this.parts
          .asDesk(db)
          .transaction(tx => this.#arrive(tx, mine.caseId, { papers, channel: own ? 'API' : 'PORTAL' }));
        return number;
      });
      return await door.view(db, number);
    } finally {
      await dropPapers(this.parts.papers, unused);
    }
  }

  /** @returns what the case had already. @throws AppError ACTION_NOT_AVAILABLE when it has been decided meanwhile, FILE_REFUSED */
  async #arrive(
    tx: Tx,
    caseId: string,
    { papers, channel }: { readonly papers: readonly TakenPaper[]; readonly channel: 'API' | 'PORTAL' },
  ): Promise<TakenPaper[]> {
    const at = this.parts.clock.now();
    const home = await noteUnattended(tx, caseId, at);
    const application = await lockApplication(tx, caseId);
    if (!TAKES_PAPERS.includes(application.status)) throw new AppError('ACTION_NOT_AVAILABLE');
    const about = { caseId, organisationId: home.organisation_id, receivedOn: osloDate(at), channel };
    const had: TakenPaper[] = [];
    for (const [index, taken] of papers.entries()) {
      const { kind, title = null } = taken.paper;
      const told = {
        ...about,
        kind,
        title,
        correspondent: null,
        intakeOrganisationId: null,
        file: taken.file,
      };
      await addDocument(tx, told).catch((error: unknown) => {
        if (!(error instanceof AppError && error.code === 'DOCUMENT_DUPLICATE'))
          throw refusedPaper(error, index);
        had.push(taken);
      });
    }
    return had;
  }

  /** Whoever is signed in at the portal: the applicant, or somebody who may act for the firm. */
  async #isApplicant(db: Db, { personId }: Mine, { nationalId }: OrdererGiven): Promise<boolean> {
    if (personId === null) return false;
    const number = nationalId.replaceAll(/\s/g, '');
    const known = await db.transaction(tx => findPersons(tx, this.parts.keys, [number]));
    return known.get(number) === personId;
  }
}
