import { Migration } from '@mikro-orm/migrations';
import { ofOrganisation, wall, withheld } from './row-security.ts';

/** Who called about whom, and whether it was her: yes or no for each thing asked, never what was said (domain section 9). */
export class Migration20261123000261_caller_verification extends Migration {
  override up(): void {
    for (const sql of [POWER, CALL, SEEN, RESTRICTED]) this.addSql(sql);
  }
}

/** Who sees the calls of the organisation. */
const CALLER = { resource: 'caller', action: 'read' } as const;
const ofCaller = { see: ofOrganisation(CALLER.resource), change: ofOrganisation('caller.write') };

const POWER = `
create table power_of_attorney (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  person_id bigint not null references person on delete cascade,  -- who gave it
  holder_name text not null check (length(holder_name) <= 200),
  holder_birth_date date not null,
  scope text not null check (scope in ('STATUS', 'CARDS', 'ALL')),
  from_on date not null,
  to_on date not null,
  received_on date not null,
  registered_by_id bigint not null references staff_user,
  registered_at timestamptz not null,
  withdrawn_by_id bigint references staff_user,
  withdrawn_at timestamptz,
  version int not null default 1,
  check (to_on >= from_on)
);
create index power_of_attorney_person on power_of_attorney (person_id, id desc);
create trigger audit after insert or update or delete on power_of_attorney for each row execute function
  audit_change('-', 'holder_name', 'holder_birth_date');
${wall('power_of_attorney', { ...ofCaller, app: ['select', 'insert', 'update'] })}
${withheld('power_of_attorney', 'person')}
`;

const CALL = `
create table caller_verification (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  actor_id bigint not null references staff_user,
  at timestamptz not null,
  capacity text not null check (capacity in ('SELF', 'FIRM', 'GUARDIAN', 'POWER_OF_ATTORNEY')),
  -- Whom and what the call was about; the person is null while the desk does not know her.
  person_id bigint references person on delete cascade,
  firm_id bigint references organisation,
  order_item_id bigint references order_item on delete cascade,
  card_id bigint references card on delete cascade,
  power_of_attorney_id bigint references power_of_attorney on delete cascade,
  delegation_id bigint references delegation on delete cascade,
  role_code text,
  number_matches boolean,
  name_matches boolean,
  address_matches boolean,
  outcome text not null check (outcome in ('VERIFIED', 'REFUSED', 'NO_ANSWER')),
  fault text,
  check ((outcome = 'NO_ANSWER') = (number_matches is null)),
  check (outcome <> 'VERIFIED' or (number_matches and name_matches and address_matches and fault is null)),
  check (outcome <> 'REFUSED' or fault is not null)
);
create index caller_verification_actor on caller_verification (actor_id, at desc);
create index caller_verification_person on caller_verification (person_id, at desc) where person_id is not null;
create index caller_verification_firm on caller_verification (firm_id, at desc) where firm_id is not null;
create index caller_verification_order_item on caller_verification (order_item_id) where order_item_id is not null;
create index caller_verification_card on caller_verification (card_id) where card_id is not null;
create function calls_are_append_only() returns trigger language plpgsql as
$$ begin
  -- Where the row belongs changes with the protection of the person; what was asked and answered does not.
  if new.withheld_from is distinct from old.withheld_from
    and to_jsonb(new) - array['withheld_from', 'organisation_id'] = to_jsonb(old) - array['withheld_from', 'organisation_id'] then return new; end if;
  raise exception 'caller_verification is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger caller_verification_no_change before update on caller_verification for each row execute function calls_are_append_only();
create trigger audit after insert or delete on caller_verification for each row execute function audit_change('-');
${wall('caller_verification', { ...ofCaller, app: ['select', 'insert'] })}
${withheld('caller_verification', 'person')}
`;

/** Who works for a firm or orders for it is known to the desk without a case or an order line of her own. */
const SEEN = `
create trigger person_is_seen after insert on delegation for each row execute function person_is_seen();
create trigger person_is_seen after insert on employment for each row execute function person_is_seen();
create function orderer_is_seen() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set seen_by = seen_by || new.organisation_id where id = new.orderer_id and not seen_by @> array[new.organisation_id];
  return null;
end $$;
create trigger orderer_is_seen after insert or update of orderer_id on card_order
  for each row when (new.orderer_id is not null) execute function orderer_is_seen();
revoke execute on function orderer_is_seen() from public;

create or replace function refresh_seen_by() returns void language sql set search_path = public, pg_temp as $$
  with seen (person_id, mark) as (
    select person_id, organisation_id from order_item
    union select person_id, organisation_id from desk_case where person_id is not null
    union select person_id, (-organisation_id)::smallint from desk_case where person_id is not null and kind = 'INQUIRY'
    union select person_id, organisation_id from delegation
    union select person_id, organisation_id from employment
    union select orderer_id, organisation_id from card_order where orderer_id is not null)
  update person p set seen_by = 0::smallint || s.marks
  from (select person_id, array_agg(mark order by mark) as marks from seen group by person_id) s
  where s.person_id = p.id and not p.seen_by @> s.marks $$;
select refresh_seen_by();
`;

/**
 * Of a role the name stands in the public register, unless whoever holds it is protected; tells no more than that. Who calls is found
 * by her number without being seen: her id alone, for those who check callers.
 */
const RESTRICTED = `
grant usage, create on schema public to desk_search;
create function is_protected(person bigint) returns boolean language sql stable security definer set search_path = public, pg_temp as
  $$ select coalesce((select p.restricted from person p where p.id = person), false) $$;
create function caller_person(hashes bytea[]) returns bigint language sql stable security definer set search_path = public, pg_temp as
  $$ select p.id from person p where p.national_id_idx = any (hashes) and app_scope('caller.write') is not null $$;
grant select (national_id_idx) on person to desk_search;
revoke execute on function caller_person(bytea[]) from public;
grant execute on function caller_person(bytea[]) to desk_app;
alter function caller_person(bytea[]) owner to desk_search;
revoke execute on function is_protected(bigint) from public;
grant execute on function is_protected(bigint) to desk_app;
alter function is_protected(bigint) owner to desk_search;
revoke create on schema public from desk_search;
`;
