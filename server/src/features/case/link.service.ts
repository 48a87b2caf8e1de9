/** Links between cases, and who is barred (inhabil) from one; open to everyone who may note on the case, reserved or not. */
import type { Db } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError, invalid, notFound } from '../../platform/errors.ts';
import { bar } from './barring.write.ts';
import type { BarPersonInput, LinkCaseInput, UnbarPersonInput, UnlinkCaseInput } from './case.input.ts';
import { addEvent, type LockedCase, saveCase } from './case.write.ts';
import { type CaseParts, openCase, type Writer } from './case-gate.ts';
import { FREE } from './reservation.write.ts';

type OtherCase = Pick<LockedCase, 'id' | 'organisation_id' | 'number' | 'kind'>;

const BY_NUMBER = 'select id, organisation_id, number, kind from desk_case where number = $1';
const LINK = `insert into case_link (organisation_id, case_id, other_case_id, relation, created_by) values ($1, $2, $3, $4, app_actor())
  on conflict do nothing returning id`;
const UNLINK = `with gone as (delete from case_link where id = $1 and $2::bigint in (case_id, other_case_id) returning case_id, other_case_id, relation)
  select o.id, o.organisation_id, o.number, o.kind, gone.relation from gone
  join desk_case o on o.id = case when gone.case_id = $2::bigint then gone.other_case_id else gone.case_id end`;
const BY_TIE =
  'select 1 as one from case_barred where case_id = $1 and staff_user_id = $2 and tie_id is not null';
const UNBAR = `with gone as (delete from case_barred where case_id = $1 and staff_user_id = $2 returning staff_user_id)
  select u.name from gone join staff_user u on u.id = gone.staff_user_id`;

export class LinkService {
  constructor(private readonly parts: CaseParts) {}

  /** Both timelines tell of it. */
  async linkCase(db: Db, { caseId, expectedVersion, number, relation }: LinkCaseInput): Promise<void> {
    const actor = db.principal;
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'LINK' } as const;
      const { row, kept } = await openCase(this.parts, { tx, actor }, ask);
      const other = await this.#visibleCase({ tx, actor }, number);
      if (other.id === row.id) throw invalid({ number: 'SAME_CASE' });
      const made = await tx.one(LINK, [row.organisation_id, row.id, other.id, relation]);
      if (!made) throw invalid({ number: 'ALREADY_LINKED' });
      await saveCase(tx, row, kept);
      await addEvent(tx, row, { type: 'LINKED', oldValue: relation, newValue: other.number });
      await addEvent(tx, other, { type: 'LINKED', oldValue: relation, newValue: row.number });
    });
  }

  async unlinkCase(db: Db, { caseId, expectedVersion, linkId }: UnlinkCaseInput): Promise<void> {
    const actor = db.principal;
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'LINK' } as const;
      const { row, kept } = await openCase(this.parts, { tx, actor }, ask);
      const other = await tx.one<OtherCase & { relation: string }>(UNLINK, [linkId, row.id]);
      if (!other || !this.#sees(actor, other)) throw notFound();
      await saveCase(tx, row, kept);
      await addEvent(tx, row, { type: 'UNLINKED', oldValue: other.number, newValue: other.relation });
      await addEvent(tx, other, { type: 'UNLINKED', oldValue: row.number, newValue: other.relation });
    });
  }

  /** Whoever is barred loses the case at once. */
  async barPerson(
    db: Db,
    { caseId, expectedVersion, staffId, reason, comment }: BarPersonInput,
  ): Promise<void> {
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'BAR' } as const;
      const { row, kept } = await openCase(this.parts, { tx, actor: db.principal }, ask);
      const done = await bar(tx, row, { staffId, reason, comment: comment ?? null });
      if (!done) throw invalid({ staffId: 'NOT_POSSIBLE' });
      const loses = row.reserved_by === staffId;
      await saveCase(tx, row, loses ? { ...FREE, last_worker_id: null } : kept);
      if (loses) await addEvent(tx, row, { type: 'RELEASED', newValue: 'BARRED' });
    });
  }

  /** Never by the barred person, and not while she is tied to whom it is about. @throws AppError BARRED, BARRED_BY_TIE */
  async unbarPerson(db: Db, { caseId, expectedVersion, staffId, comment }: UnbarPersonInput): Promise<void> {
    if (comment.trim() === '') throw invalid({ comment: 'REQUIRED' });
    const actor = db.principal;
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'BAR' } as const;
      const { row, kept } = await openCase(this.parts, { tx, actor }, ask);
      if (staffId === actor.actorId) throw new AppError('BARRED');
      if (await tx.one(BY_TIE, [row.id, staffId])) throw new AppError('BARRED_BY_TIE');
      const gone = await tx.one<{ name: string }>(UNBAR, [row.id, staffId]);
      if (!gone) throw notFound();
      await saveCase(tx, row, kept);
      await addEvent(tx, row, { type: 'UNBARRED', oldValue: gone.name, note: comment });
    });
  }

  async #visibleCase({ tx, actor }: Writer, number: string): Promise<OtherCase> {
    const other = await tx.one<OtherCase>(BY_NUMBER, [number.trim()]);
    if (!other || !this.#sees(actor, other)) throw invalid({ number: 'NOT_FOUND' });
    return other;
  }

  #sees(actor: Principal, { organisation_id: organisationId, kind }: OtherCase): boolean {
    return this.parts.access.may(actor, { resource: 'case', action: 'read' }, { organisationId, kind });
  }
}
