/** The statements of the journal: an organisation ($1), or null for those who see all. */
const ROW = `j.id::text, j.case_id::text as "caseId", c.number as "caseNumber", j.entry_number as "entryNumber", j.type, j.on_date::text as "on", j.correspondent, j.title,
  j.public_title as "publicTitle", j.access_code as "accessCode", j.access_basis as "accessBasis", j.document_id::text as "documentId",
  j.letter_id::text as "letterId", j.decision_id::text as "decisionId", c.person_id::text`;
const TABLES = 'journal_entry j join desk_case c on c.id = j.case_id';
/** $2 first day, $3 last day, $4 number of the case, $5 type; each or null. */
const MATCHES = `($1::smallint is null or j.organisation_id = $1) and ($2::date is null or j.on_date >= $2) and ($3::date is null or j.on_date <= $3)
  and ($4::text is null or j.case_id = (select k.id from desk_case k where k.number = $4)) and ($5::text is null or j.type = $5)`;

/** $6 day and $7 id to go on from. One more than the largest page. */
export const ENTRIES_AFTER = `select ${ROW} from ${TABLES} where ${MATCHES} and ($6::date is null or (j.on_date, j.id) < ($6, $7::bigint))
order by j.on_date desc, j.id desc limit 101`;
export const ENTRIES_BEFORE = `select ${ROW} from ${TABLES} where ${MATCHES} and (j.on_date, j.id) > ($6::date, $7::bigint) order by j.on_date, j.id limit 101`;
export const ENTRIES_COUNT = `select count(*)::int as n from (select 1 from journal_entry j where ${MATCHES} order by j.on_date desc, j.id desc limit 1001) x`;

export const MOST_EXPORTED = 5_000;
/** Persons with address protection are in no export. $2 first day, $3 last day. */
export const EXPORTED = `select ${ROW}, f.name as "firmName", c.opened_on::text as "openedOn" from ${TABLES} left join organisation f on f.id = c.subject_organisation_id
where j.organisation_id = $1 and j.on_date between $2 and $3 and j.withheld_from is null
order by j.case_id, j.entry_number limit ${MOST_EXPORTED + 1}`;
