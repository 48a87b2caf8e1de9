/** The statements of the post: lists take an organisation ($1) or, for those who see all, null. */
const ROW = `l.id::text, l.organisation_id as "organisationId", l.person_id::text, l.case_id::text as "caseId", c.number as "caseNumber", l.kind, l.language,
  l.channel, l.status, l.content -> 'recipient' ->> 'name' as "recipientName", l.withheld_from is not null as protected, l.created_at as "createdAt",
  l.send_after as "sendAfter", l.sent_at as "sentAt", l.delivered_on::text as "deliveredOn", l.attempts, l.last_error as "lastError",
  l.batch_id::text as "batchId", b.number as "batchNumber", l.version,
  l.returned_on::text as "returnedOn", l.return_reason as "returnReason", exists (select from letter n where n.resend_of = l.id and n.status <> 'CANCELLED') as resent`;
const TABLES = 'letter l join desk_case c on c.id = l.case_id left join letter_batch b on b.id = l.batch_id';
const MINE = '($1::smallint is null or l.organisation_id = $1)';
/** $2 statuses or null, $3 case or null. */
const MATCHES = `${MINE} and ($2::text[] is null or l.status = any ($2)) and ($3::bigint is null or l.case_id = $3)`;

/** $4 id to go on from. One more than the largest page. */
export const LETTERS_AFTER = `select ${ROW} from ${TABLES} where ${MATCHES} and ($4::bigint is null or l.id < $4) order by l.id desc limit 101`;
export const LETTERS_BEFORE = `select ${ROW} from ${TABLES} where ${MATCHES} and l.id > $4 order by l.id limit 101`;
export const LETTERS_COUNT = `select count(*)::int as n from (select 1 from letter l where ${MATCHES} order by l.id desc limit 1001) x`;

const toPrint = (hidden: string) =>
  `(select count(*)::int from (select 1 from letter l where ${MINE} and l.status = 'TO_PRINT' and l.withheld_from is ${hidden} limit 1001) x)`;
/** Came back, and nothing has taken their place. */
const RETURNED = `(select count(*)::int from (select 1 from letter l where ${MINE} and l.status = 'RETURNED'
  and not exists (select from letter n where n.resend_of = l.id and n.status <> 'CANCELLED') limit 1001) x)`;
export const TO_PRINT = `select ${toPrint('null')} as open, ${toPrint('not null')} as hidden, ${RETURNED} as returned`;

export const ONE_LETTER = `select ${ROW}, l.content from ${TABLES} where ${MINE} and l.id = $2`;
export const LETTERS_OF_BATCH = `select ${ROW} from ${TABLES} where ${MINE} and l.batch_id = $2 order by l.id limit 50`;

const BATCH = `b.id::text, b.organisation_id as "organisationId", b.number, b.made_at as "madeAt", b.letters, b.protected, encode(b.sha256, 'hex') as sha256,
  b.posted_at as "postedAt", b.version, json_build_object('id', m.id::text, 'name', m.name) as "madeBy",
  case when p.id is not null then json_build_object('id', p.id::text, 'name', p.name) end as "postedBy"
  from letter_batch b join staff_user m on m.id = b.made_by left join staff_user p on p.id = b.posted_by where ($1::smallint is null or b.organisation_id = $1)`;
export const BATCHES_AFTER = `select ${BATCH} and ($2::bigint is null or b.id < $2) order by b.id desc limit 101`;
export const BATCHES_BEFORE = `select ${BATCH} and b.id > $2 order by b.id limit 101`;
export const ONE_BATCH = `select b.manifest, ${BATCH} and b.id = $2`;

/** $2 letter. */
export const FILE_OF_LETTER = `select l.id::text, l.organisation_id as "organisationId", l.case_id::text as "caseId", l.person_id::text as "personId", l.content, c.number as "caseNumber",
  f.storage_key as "storageKey", f.master_key as "masterKey", f.data_key as "dataKey"
from letter l join desk_case c on c.id = l.case_id left join stored_file f on f.id = l.file_id where ${MINE} and l.id = $2`;
/** $2 batch: one row, the letters in the order of the manifest. */
export const FILES_OF_BATCH = `select b.number, b.organisation_id as "organisationId", x.letters, x.persons
from letter_batch b, lateral (select json_agg(l.content order by l.id) as letters,
  coalesce(array_agg(distinct l.person_id::text) filter (where l.person_id is not null), '{}') as persons from letter l where l.batch_id = b.id) x
where ($1::smallint is null or b.organisation_id = $1) and b.id = $2 and x.letters is not null`;
