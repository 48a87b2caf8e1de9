/** A decision before it is made, and the proposal a case waits with: as its reader may see and settle them. */
import type { Access } from '../../platform/access/access.ts';
import type { AccessFacts } from '../../platform/access/names.ts';
import { readShown, type Shown } from '../../platform/audit/shown.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { APPLICATION_COLUMNS, type LockedApplication } from '../application/application-state.write.ts';
import { checkLetter } from '../letter/letter-contract.rules.ts';
import type { DecisionProposalType } from './decision.type.ts';
import { decisionBasis } from './decision-basis.store.ts';
import { wordsIn } from './decision-letter.rules.ts';
import { batchOf, openProposalOf, type StoredProposal } from './proposal.store.ts';
import { type ProposalView, viewProposal } from './proposal-view.ts';

interface SeenApplication extends LockedApplication {
  readonly barred: boolean;
}

const APPLICATION = `select ${APPLICATION_COLUMNS}, exists (select from case_barred b where b.case_id = a.case_id and b.staff_user_id = $2) as barred
from exception_application a where a.case_id = $1 and a.organisation_id = $3`;

/** The application a decision is about, with the log row that its persons were shown. @throws AppError NOT_FOUND */
export async function shownApplication(db: Db, caseId: string): Promise<SeenApplication> {
  const { actorId, organisationId } = db.principal;
  const statement = [APPLICATION, [caseId, actorId, organisationId]] as const;
  const [[row] = []] = await readShown<SeenApplication>(db, [statement], ([rows]) => shownOf(rows?.[0]));
  if (!row) throw notFound();
  return row;
}

function shownOf(row: SeenApplication | undefined): Shown | null {
  const persons = [row?.person_id, row?.related_person_id].filter(
    (id): id is string => typeof id === 'string',
  );
  if (!row || persons.length === 0) return null;
  const what = { table: 'exception_application', rowId: row.id, caseId: row.case_id, fields: ['decision'] };
  return { view: 'decision', ...what, personIds: persons };
}

export class ProposalReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  /** Null when the case waits for no signature. @throws AppError NOT_FOUND */
  async proposal(db: Db, caseId: string): Promise<DecisionProposalType | null> {
    const application = await shownApplication(db, caseId);
    const today = osloDate(this.parts.clock.now());
    return db.transaction(async tx => {
      const proposal = await openProposalOf(tx, caseId);
      if (!proposal) return null;
      const basis = await decisionBasis(tx, application, today);
      const view = await viewProposal(tx, { proposal, basis }, { actor: db.principal, today });
      const batch = await batchOf(tx, proposal, application.organisation_id);
      const shown = toProposal(application, proposal, view);
      return { ...shown, batch, ...this.#rights(db, application, proposal) };
    });
  }

  #rights(db: Db, { organisation_id, barred }: SeenApplication, { proposedBy }: StoredProposal) {
    const { access } = this.parts;
    const facts: AccessFacts = { organisationId: organisation_id, kind: 'EXCEPTION', barred, proposedBy };
    const mayApprove = access.may(db.principal, { resource: 'decision', action: 'approve' }, facts);
    return { mayApprove, mayReturn: mayApprove || proposedBy === db.principal.actorId };
  }
}

function toProposal(
  { language }: SeenApplication,
  { id, state, content, proposerName, proposedAt }: StoredProposal,
  { letter, record, parts, stands, digest, texts }: ProposalView,
): Omit<DecisionProposalType, 'batch' | 'mayApprove' | 'mayReturn'> {
  const words = wordsIn(language);
  const { kind, outcome, validFrom, validTo, whileRole, facts, freeText } = content;
  return {
    ...{ id, state, kind, outcome, proposedBy: proposerName, proposedAt },
    ...{ validFrom, validTo, whileRole, facts, freeText },
    grounds: texts.grounds.map(words.ground),
    legalRefs: texts.statutes.map(words.citation),
    points: checkLetter(letter, record),
    ...{ letter, parts, stands, digest },
  };
}
