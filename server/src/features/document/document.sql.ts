/** The statements of documents: an application with all its papers, and one version with its file. */

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const staff = (column: string) =>
  `(select json_build_object('id', s.id::text, 'name', s.name) from staff_user s where s.id = ${column})`;

const BARRED = `exists (select from case_barred b where b.case_id = a.case_id and b.staff_user_id = $2) as barred`;

const SEEN = `coalesce((select json_agg(json_build_object('by', ${staff('w.staff_user_id')}, 'firstAt', ${instant('w.first_at')},
    'lastAt', ${instant('w.last_at')}) order by w.first_at, w.staff_user_id)
  from document_seen w join staff_user k on k.id = w.staff_user_id where w.version_id = v.id), '[]')`;

const VERSIONS = `(select json_agg(json_build_object('id', v.id::text, 'version', v.version, 'mediaType', v.media_type, 'bytes', v.byte_count,
    'pages', v.pages, 'sha256', encode(v.sha256, 'hex'), 'addedAt', ${instant('v.created_at')}, 'seen', ${SEEN}) order by v.version)
  from document_version v where v.document_id = d.id)`;

const STRUCK = `case when d.struck_at is not null then json_build_object('at', ${instant('d.struck_at')}, 'by', ${staff('d.struck_by')},
    'reason', d.struck_reason) end`;

const APPLICATION = `a.case_id::text, a.organisation_id, a.registrar_organisation_id, a.status, a.person_id::text, a.related_person_id::text, ${BARRED}`;

/** $1 case, $2 actor, $3 the actor's organisation, $4 whether every organisation's may be seen. */
export const CASE_DOCUMENTS = `select ${APPLICATION},
  coalesce((select json_agg(json_build_object('id', d.id::text, 'kind', d.kind, 'title', d.title, 'receivedOn', d.received_on, 'channel', d.channel,
      'addedAt', ${instant('d.created_at')}, 'addedBy', ${staff('d.created_by')}, 'struck', ${STRUCK}, 'versions', ${VERSIONS}) order by d.id)
    from case_document d where d.case_id = a.case_id and ($4 or $3 in (d.organisation_id, d.intake_organisation_id))), '[]') as documents
from exception_application a where a.case_id = $1 and ($4 or $3 in (a.organisation_id, a.registrar_organisation_id))`;

/** $1 case, $2 actor. */
export const APPLICATION_OF_CASE = `select a.code, ${APPLICATION},
  coalesce(a.contact_name, p.given_name || ' ' || p.family_name, f.name) as sender
from exception_application a join organisation f on f.id = a.firm_id left join person p on p.id = a.person_id where a.case_id = $1`;

/** $1 document, $2 actor. */
export const DOCUMENT_OF = `select d.id::text as document_id, d.kind, d.struck_at, ${APPLICATION}
from case_document d join exception_application a on a.case_id = d.case_id where d.id = $1`;

/** $1 version, $2 actor. */
export const FILE_OF_VERSION = `select v.media_type, v.sha256, f.storage_key, f.master_key, f.data_key, ${APPLICATION}
from document_version v join exception_application a on a.case_id = v.case_id join stored_file f on f.id = v.file_id
where v.id = $1 and f.data_key is not null`;

/** The first look and the last. */
export const SEEN_NOW = `insert into document_seen (version_id, staff_user_id, organisation_id, case_id, first_at, last_at)
select v.id, $2, v.organisation_id, v.case_id, $3, $3 from document_version v where v.id = $1
on conflict (version_id, staff_user_id) do update set last_at = excluded.last_at`;

export const STRIKE = `update case_document set struck_at = $2, struck_by = app_actor(), struck_reason = $3 where id = $1 and struck_at is null returning id`;
