/** Answers a person who asks what the desk has about her, and who has looked at it, when and why. Making the answer is itself on record. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import { logRead } from '../../platform/audit/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import type { MakeAccessAnswerInput } from './access-answer.input.ts';
import { ANSWER_TEXTS } from './access-answer.texts.ts';
import type { AccessAnswerType } from './access-answer.type.ts';
import { csvOf, type LookupRow, linesOf, summaryOf } from './answer-lines.ts';
import { HELD_TEXTS } from './held.texts.ts';
import { type HeldRow, heldParts } from './held-lines.ts';

interface PersonRow {
  id: string;
  name: string;
  language: Language;
}

const MAKE = { resource: 'access-answer', action: 'make' } as const;
const SHORTEST_REFERENCE = 3;
const MOST_LOOKUPS = 5_000;

/** $1 person or null, $2 case number or null, $3 organisation of the maker or null for all, $4 case or null. */
const PERSON = `select p.id, p.name, coalesce(c.language, 'nb') as language
from person p left join desk_case c on c.person_id = p.id and ($3::smallint is null or c.organisation_id = $3)
where ($1::bigint is null or p.id = $1) and ($2::text is null or c.number = $2) and ($4::bigint is null or c.id = $4)
  and ($3 is null or c.id is not null or $3 = any (p.seen_by)) order by c.id desc nulls last limit 1`;

/** $1 the person, $2 organisation or null, $3 first day or null. */
const LOOKUPS = `select a.at, a.operation, a.table_name as "tableName", a.fields, a.purpose, c.number as "caseNumber",
  a.actor_id as "actorId", u.name as "actorName", u.roles, o.name as organisation
from audit_log a left join staff_user u on u.id = a.actor_id left join staff_organisation o on o.id = u.organisation_id
left join desk_case c on c.id = a.case_id and c.person_id = $1
where a.id in (select log_about($1::bigint)) and a.person_ids @> array[$1::bigint] and a.kind = 'READ' and ($2::smallint is null or a.organisation_id = $2)
  and ($3::date is null or a.at >= $3::date::timestamp at time zone 'Europe/Oslo')
order by a.id desc limit ${MOST_LOOKUPS + 1}`;

/** $1 the person, $2 organisation or null. */
const HELD = 'select kind, fact from held_about($1, $2)';

const ORGANISATION = 'select name from staff_organisation where id = $1';

export interface AccessAnswerParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'STEP_UP_MINUTES'>;
}

export class AccessAnswerService {
  constructor(private readonly parts: AccessAnswerParts) {}

  /** @throws AppError STEP_UP_REQUIRED, VALIDATION_FAILED (reference), NOT_FOUND when there is no such person for the maker */
  async make(db: Db, input: MakeAccessAnswerInput): Promise<AccessAnswerType> {
    const { clock, config } = this.parts;
    requireFresh(db.principal, { now: clock.now(), minutes: config.STEP_UP_MINUTES });
    const reference = input.reference.trim();
    if ([...reference].length < SHORTEST_REFERENCE) throw invalid({ reference: 'REASON_TOO_SHORT' });
    if (!input.personId && !input.caseNumber && !input.caseId)
      throw new AppError('VALIDATION_FAILED', { what: 'PERSON_OR_CASE' });
    return db.transaction(async tx => {
      const organisationId = this.#bound(db);
      const asked = [
        input.personId ?? null,
        input.caseNumber?.trim() ?? null,
        organisationId,
        input.caseId ?? null,
      ];
      const person = await tx.one<PersonRow>(PERSON, asked);
      if (!person) throw notFound();
      // First, so that the answer says itself that it was made.
      await logRead(tx, db, {
        ...{ table: 'audit_log', rowId: person.id, personIds: [person.id], fields: ['access_log'] },
        ...{ purpose: 'ACCESS_REQUEST', reason: reference, operation: 'makeAccessAnswer' },
      });
      const rows = await tx.query<LookupRow>(LOOKUPS, [person.id, organisationId, input.from ?? null]);
      const held = await tx.query<HeldRow & Record<string, unknown>>(HELD, [person.id, organisationId]);
      return answerOf(person, { rows, held }, { input, organisation: await nameOf(tx, organisationId) });
    });
  }

  /** The maker's organisation, or null when she answers for all of them. */
  #bound({ principal }: Db): number | null {
    return this.parts.access.scopes(principal, MAKE.resource, MAKE.action).has('any')
      ? null
      : (principal.organisationId ?? -1);
  }
}

async function nameOf(tx: Tx, organisationId: number | null): Promise<string | null> {
  if (organisationId === null) return null;
  return (await tx.one<{ name: string }>(ORGANISATION, [organisationId]))?.name ?? null;
}

function answerOf(
  person: PersonRow,
  { rows: found, held }: { rows: readonly LookupRow[]; held: readonly HeldRow[] },
  { input, organisation }: { input: MakeAccessAnswerInput; organisation: string | null },
): AccessAnswerType {
  const language = input.language ?? person.language;
  const texts = ANSWER_TEXTS[language];
  const rows = found.slice(0, MOST_LOOKUPS);
  const lines = linesOf(rows, { language, withNames: input.withNames ?? false });
  return {
    ...{ personId: person.id, personName: person.name, language, title: texts.title, lines },
    summary: summaryOf(rows, language),
    ...{ heldTitle: HELD_TEXTS[language].title, held: heldParts(held, language) },
    scope: texts.scope(organisation),
    complaint: texts.complaint,
    cut: found.length > rows.length,
    // No name and no number in a file name: only our own id.
    fileName: `${texts.fileName}-${person.id}.csv`,
    csv: csvOf(lines, language),
  };
}
