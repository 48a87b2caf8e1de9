/** The database roles of the desk and who may become whom. A database administrator runs the same by hand (README, Production). */

/** Requests of staff run as this role; it owns nothing. */
export const APP_ROLE = 'desk_app';
/** Jobs run as this role; it owns nothing either, and reaches only what jobs work with. */
export const JOB_ROLE = 'desk_job';
/** A request becomes this one for as long as nobody has signed in: staff accounts and sessions, no case, no person. */
export const DOOR_ROLE = 'desk_door';
/** A request becomes this one behind an upload link: the rows of that one case. */
export const UPLOAD_ROLE = 'desk_upload';
/** A request becomes this one behind the token of a machine: the rows of its firm. */
export const CLIENT_ROLE = 'desk_client';
/** A request becomes this one to check a card or a firm, whoever asks: it reads no table, but a card by its number or code and the public register. */
export const CHECK_ROLE = 'desk_check';

export interface RolePasswords {
  readonly owner: string;
  readonly app: string;
  readonly job: string;
}

const login = (name: string, password: string) => `
  if not exists (select 1 from pg_roles where rolname = '${name}') then
    create role ${name} login password '${password}';
  end if;`;

/** Makes what is missing; by a superuser, before the first migration. */
export const rolesSql = ({ owner, app, job }: RolePasswords) => `do $$ begin
${login('desk_owner', owner)}${login(APP_ROLE, app)}${login(JOB_ROLE, job)}
  ${nologin(DOOR_ROLE)}${nologin(UPLOAD_ROLE)}${nologin(CLIENT_ROLE)}${nologin(CHECK_ROLE)}${nologin('desk_search', 'bypassrls')}
  -- Not inherited: a request has these rights only after it has become the role, and loses all others then.
  grant ${DOOR_ROLE}, ${UPLOAD_ROLE}, ${CLIENT_ROLE}, ${CHECK_ROLE} to ${APP_ROLE} with inherit false;
  grant desk_search to desk_owner with inherit false;
end $$`;

function nologin(name: string, option = ''): string {
  return `
  if not exists (select 1 from pg_roles where rolname = '${name}') then
    create role ${name} nologin ${option};
  end if;`;
}
