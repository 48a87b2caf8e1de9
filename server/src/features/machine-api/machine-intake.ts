/** Takes in an application a machine sends, with its papers: all of it or nothing, once for a key; for exceptions and approvals alike. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import type { MachineCall } from '../../platform/machine/machine-route.ts';
import type { RegisteredApplication } from '../application/new-application.write.ts';
import { addDocument } from '../document/document.write.ts';
import type { DocumentFiles } from '../document/document-file.ts';
import type { ApplyBody } from './exception.schemas.ts';
import { dropPapers, refusedPaper, type TakenPaper, takePapers } from './machine-papers.ts';

export interface MachineIntakeParts {
  readonly clock: Clock;
  readonly papers: DocumentFiles;
  readonly forFirm: (db: Db, firmId: string) => Db;
}

export interface SentApplication extends Pick<ApplyBody, 'sender' | 'documents'> {
  readonly firmId: string;
}

/** When and how it came. */
export interface Arrival {
  readonly at: Date;
  readonly today: LocalDate;
  readonly channel: 'PORTAL' | 'API';
}
export type Registering = (tx: Tx, arrival: Arrival) => Promise<RegisteredApplication>;

const ORGANISATION = `select organisation_id as "organisationId" from exception_application where id = $1`;

/** A portal says who is signed in; a firm's own system speaks for its firm. @throws AppError VALIDATION_FAILED */
export function requireNamedSender(db: Db, { sender }: Pick<ApplyBody, 'sender'>): void {
  if (!db.principal.machine?.firmId && !sender) throw invalid({ sender: 'REQUIRED' });
}

export class MachineIntake {
  constructor(private readonly parts: MachineIntakeParts) {}

  /** @returns number of the case. @throws AppError VALIDATION_FAILED, FILE_REFUSED */
  async take({ db, once }: MachineCall, sent: SentApplication, register: Registering): Promise<string> {
    requireNamedSender(db, sent);
    const own = db.principal.machine?.firmId;
    const firmDb = own ? db : this.parts.forFirm(db, sent.firmId);
    const at = this.parts.clock.now();
    const arrival = { at, today: osloDate(at), channel: own ? 'API' : 'PORTAL' } as const;
    const papers = await takePapers(this.parts.papers, sent.documents);
    let kept = false;
    try {
      return await once(firmDb, async () => {
        const told = await firmDb.transaction(async tx => {
          const made = await register(tx, arrival);
          await this.#add(tx, made, { papers, arrival });
          return made;
        });
        kept = true;
        return told.number;
      });
    } catch (error) {
      kept = false;
      throw error;
    } finally {
      if (!kept) await dropPapers(this.parts.papers, papers);
    }
  }

  async #add(
    tx: Tx,
    { id, caseId }: RegisteredApplication,
    { papers, arrival }: { readonly papers: readonly TakenPaper[]; readonly arrival: Arrival },
  ): Promise<void> {
    const { channel, today: receivedOn } = arrival;
    const home = await tx.one<{ organisationId: number }>(ORGANISATION, [id]);
    const about = { caseId, organisationId: home?.organisationId ?? 0, receivedOn, channel };
    for (const [index, { paper, file }] of papers.entries()) {
      const { kind, title = null } = paper;
      const from = { correspondent: null, intakeOrganisationId: null };
      await addDocument(tx, { ...about, ...from, kind, title, file }).catch(error => {
        throw refusedPaper(error, index);
      });
    }
  }
}
