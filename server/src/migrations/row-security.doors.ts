/** The ways in for whoever has not signed in: one to staff accounts and sessions, one behind an upload link to the rows of its case. */
import { DOOR_ROLE, UPLOAD_ROLE } from '../platform/db/roles.ts';
import { type Door, door } from './row-security.ts';

const atDoor = (table: string, given: Omit<Door, 'condition'>, condition = 'true') =>
  door(table, DOOR_ROLE, { ...given, condition });

export const DOORS = [
  `grant select on staff_organisation to ${DOOR_ROLE};`,
  atDoor('staff_user', {
    rights: ['select', 'update'],
    columns: { select: 'id, organisation_id, name, email, roles, active, demo', update: 'last_seen_at' },
  }),
  atDoor('staff_password', { rights: ['select'] }),
  atDoor('staff_session', {
    rights: ['select', 'insert', 'update'],
    columns: { update: 'seen_at, ended_at' },
  }),
  atDoor('sign_in_attempt', { rights: ['select', 'insert', 'update', 'delete'] }),
  atDoor('audit_log', { rights: ['insert'] }, `kind = 'SIGN_IN'`),
].join('\n');

const atUpload = (table: string, condition: string, given: Omit<Door, 'condition'>) =>
  door(table, UPLOAD_ROLE, { ...given, condition });

const ITS_CASE = 'case_id = (select app_upload_case())';

/** The token's hash opens the door: without it nothing of the case can be named. */
export const UPLOAD_DOORS = [
  `create function app_upload_hash() returns bytea language sql stable parallel safe as
    $$ select decode(nullif(current_setting('app.upload', true), ''), 'hex') $$;
  create function app_upload_case() returns bigint language sql stable security definer set search_path = public, pg_temp as
    $$ select case_id from upload_link where token_hash = app_upload_hash() $$;
  grant select (id, name) on organisation to ${UPLOAD_ROLE};`,
  atUpload('upload_link', 'token_hash = (select app_upload_hash())', {
    rights: ['select', 'update'],
    columns: {
      update: 'used_at, revoked_at, photo_file_id, id_file_id, photo_findings, id_findings, refusals',
    },
  }),
  atUpload('desk_case', 'id = (select app_upload_case())', { rights: ['select', 'update'] }),
  atUpload('case_hold', ITS_CASE, { rights: ['select', 'update'] }),
  atUpload('case_event', ITS_CASE, { rights: ['insert'] }),
  atUpload('case_barred', ITS_CASE, { rights: ['select'] }),
  atUpload('stored_file', ITS_CASE, { rights: ['select', 'insert', 'delete'] }),
  atUpload('image_submission', ITS_CASE, { rights: ['select', 'insert'] }),
  atUpload('image_decision', ITS_CASE, { rights: ['select'] }),
  atUpload('image_decision_reason', 'exists (select 1 from image_decision d where d.id = decision_id)', {
    rights: ['select'],
  }),
  atUpload('order_item', 'exists (select 1 from desk_case c where c.order_item_id = order_item.id)', {
    rights: ['select', 'update'],
  }),
  atUpload('person', 'exists (select 1 from order_item i where i.person_id = person.id)', {
    rights: ['select'],
    columns: { select: 'id, given_name' },
  }),
].join('\n');
