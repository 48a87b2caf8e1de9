import { Migration } from '@mikro-orm/migrations';
import { APP_ROLE, CLIENT_ROLE } from '../platform/db/roles.ts';
import { ofOrganisation, wall, withheld } from './row-security.ts';

/** Who works in a firm without employees, as its application names them; their cards come first too (docs/decisions/0615). */
export class Migration20261126000060_approval_workers extends Migration {
  override up(): void {
    for (const sql of [WORKER, SEEN, REGISTER, PARTIES, PROTECTION, ERASURE, CARD, COVERAGE, FORM])
      this.addSql(sql);
  }
}

const OPTIONS = 'security definer set search_path = public, pg_temp';

/** Changes a function where it says something; a function that no longer says it stops the migration. */
const rewrite = (signature: string, [from, to]: readonly [string, string]): string => `
do $do$
declare told text := pg_get_functiondef('${signature}'::regprocedure);
begin
  if position($a$${from}$a$ in told) = 0 then raise exception 'nothing to change in ${signature}'; end if;
  execute replace(told, $a$${from}$a$, $b$${to}$b$);
end $do$;
`;
const added = (signature: string, after: string, more: string): string =>
  rewrite(signature, [after, `${after}${more}`]);

/** Named once in the application, and for good. */
const WORKER = `
create table approval_worker (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  case_id bigint not null references desk_case,
  application_id bigint not null references exception_application,
  person_id bigint not null references person,
  relation text not null check (relation in ('OWNER', 'SPOUSE', 'PARTNER')),
  told_at timestamptz not null,
  unique (application_id, person_id)
);
create index approval_worker_case on approval_worker (case_id);
create index approval_worker_person on approval_worker (person_id);
create trigger audit after insert or update or delete on approval_worker for each row execute function audit_change('case_id');
create trigger stands before update or delete on approval_worker for each row execute function stands_as_written();
${wall('approval_worker', { see: ofOrganisation('application'), app: ['select'], job: ['select'] })}
${withheld('approval_worker', 'case')}
`;

/** Whoever sees the application sees them, and those who are protected take the whole case with them, as an applicant does. */
const SEEN = `
create function worker_is_seen() returns trigger language plpgsql ${OPTIONS} as $$
begin
  update person set seen_by = seen_by || array[new.organisation_id] where id = new.person_id and not seen_by @> array[new.organisation_id];
  if exists (select from person p where p.id = new.person_id and p.restricted) then perform follow_protection(new.person_id); end if;
  return null;
end $$;
create constraint trigger worker_is_seen after insert on approval_worker deferrable initially deferred for each row execute function worker_is_seen();
revoke execute on function worker_is_seen() from public;
create constraint trigger tie_bars after insert on approval_worker deferrable initially deferred for each row execute function bars_of_case('case_id');
`;

/** They come in with the application, whoever takes it in. */
const REGISTER = rewrite('register_application(jsonb, timestamptz, date, int, date)', [
  '  return query select made.id, opened.id, opened.number;',
  `  insert into approval_worker (organisation_id, case_id, application_id, person_id, relation, told_at)
  select made.organisation_id, made.case_id, made.id, (w ->> 'personId')::bigint, w ->> 'relation', register_application.told_at
  from jsonb_array_elements(coalesce(told -> 'namedWorkers', '[]')) w where kind = 'APPROVAL';
  return query select made.id, opened.id, opened.number;`,
]);

/** The case is about them: whoever is tied to one of them is barred from it. */
const PARTIES = [
  added(
    'persons_of_cases(bigint[])',
    'where c.id = any (about) and x.person_id is not null',
    ' union select w.case_id, w.person_id from approval_worker w where w.case_id = any (about)',
  ),
  added(
    'cases_of_tie(bigint)',
    'union select a.case_id from exception_application a where a.related_person_id in (select id from who)',
    ' union select w.case_id from approval_worker w where w.person_id in (select id from who)',
  ),
].join('');

/** Their protection moves the case; when it ends, somebody else's may keep it where it is. */
const PROTECTION = [
  added(
    'follow_protection(bigint)',
    'or id in (select a.case_id from exception_application a where a.related_person_id = who)',
    ' or id in (select w.case_id from approval_worker w where w.person_id = who)',
  ),
  added(
    'follow_protection(bigint)',
    `case when 'person_id' = any (t.has) then 'x.person_id = $1' end,`,
    `
        case when t.name = 'desk_case' then 'x.id in (select w.case_id from approval_worker w where w.person_id = $1)' end,`,
  ),
  added(
    'follow_protection(bigint)',
    'union select organisation_id from desk_case where person_id = who',
    ' union select organisation_id from approval_worker where person_id = who',
  ),
  added(
    'refresh_seen_by()',
    'union select person_id, organisation_id from delegation',
    ' union select person_id, organisation_id from approval_worker',
  ),
  `
create function workers_stay_protected() returns trigger language plpgsql ${OPTIONS} as $$
declare other bigint;
begin
  for other in select distinct o.person_id from approval_worker w join approval_worker o on o.case_id = w.case_id and o.person_id <> w.person_id
    join person p on p.id = o.person_id and p.restricted where w.person_id = new.id
  loop
    perform follow_protection(other);
  end loop;
  return null;
end $$;
revoke execute on function workers_stay_protected() from public;
-- By its name after withhold.
create trigger withhold_workers after update of restricted on person for each row when (old.restricted and not new.restricted) execute function workers_stay_protected();
`,
].join('');

/** As long as the application that names her. */
const ERASURE = added(
  'person_is_erasable(bigint)',
  'and not exists (select from exception_application a where who in (a.person_id, a.related_person_id))',
  ' and not exists (select from approval_worker w where w.person_id = who)',
);

/** Of the cards, which are the issuer's: how the one for this firm stands, and nothing else. */
const CARD = `
create function card_of_worker(asked bigint) returns text language sql stable ${OPTIONS} as $$
  select k.status from approval_worker w join exception_application a on a.id = w.application_id
  join card k on k.person_id = w.person_id and k.main_unit_id = a.firm_id
    and k.scheme = case a.register when 'CLEANING_APPROVAL' then 'CLEANING' else 'CAR_CARE' end
  where w.id = asked and app_scope('application') in (0, w.organisation_id)
    and (w.withheld_from is null or app_scope('protected-person') is not null)
  order by k.status = 'VALID' desc, k.id desc limit 1
$$;
revoke execute on function card_of_worker(bigint) from public;
grant execute on function card_of_worker(bigint) to ${APP_ROLE};
`;

/** Whom Aa-registeret has, and whom the firm's latest application names: each once. */
const COVERAGE = [
  added(
    'card_coverage_of_application(bigint)',
    `union select k.person_id from about a join card k on k.main_unit_id = a.firm_id and k.scheme = a.scheme and k.status in ('VALID', 'INVALID')`,
    `
    union select n.person_id from about a join approval_worker n on n.application_id = a.id`,
  ),
  added(
    'card_coverage_of_firm(bigint,date)',
    `union select k.person_id from card k where k.main_unit_id = asked and k.scheme = a.scheme and k.status in ('VALID', 'INVALID')`,
    `
      union select n.person_id from approval_worker n where n.application_id = (select max(l.id) from exception_application l
        where l.firm_id = asked and l.register = a.register)`,
  ),
].join('');

/** Only some kinds of firm have others than employees working in them; what kind it is stands in the public register. */
const FORM = `grant select (form) on organisation to ${CLIENT_ROLE};`;
