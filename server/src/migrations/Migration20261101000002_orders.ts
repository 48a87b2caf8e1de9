import { Migration } from '@mikro-orm/migrations';

/** Firms, persons and the minimal order item that an image pair hangs on. */
export class Migration20261101000002_orders extends Migration {
  override up(): void {
    this.addSql(TABLES);
    this.addSql(GRANTS);
  }
}

const TABLES = `
-- Names as they are looked for: small letters without marks, so that "sahin", "rafal" and "saether" find Şahin, Rafał and Sæther.
create extension if not exists unaccent;
create function fold(text) returns text language sql immutable strict parallel safe as
  $$ select lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;

create table organisation (
  id bigint generated always as identity primary key,
  org_number text not null unique check (org_number ~ '^[0-9]{9}$'),
  name text not null,
  form text not null,
  parent_id bigint references organisation,
  municipality text
);
create index organisation_parent on organisation (parent_id);
create index organisation_name on organisation using gin (fold(name) gin_trgm_ops);

create table person (
  id bigint generated always as identity primary key,
  given_name text not null,
  family_name text not null,
  name text generated always as (given_name || ' ' || family_name) stored,
  birth_date date,
  national_id_enc bytea not null,      -- nonce (12), ciphertext, tag (16)
  national_id_key text not null,       -- id of the key that encrypted it
  national_id_idx bytea not null unique, -- keyed hash, for exact search only
  national_id_masked text not null check (national_id_masked ~ '^[0-9]{6}[*]{5}$'),
  d_number boolean not null default false,
  restricted boolean not null default false -- address protection: issuer staff never see the address (domain section 11)
);
create index person_name on person using gin (fold(name) gin_trgm_ops);

create table order_item (
  id bigint generated always as identity primary key,
  organisation_id smallint not null references staff_organisation,
  order_number text not null check (order_number ~ '^[0-9]{7}$'),
  line smallint not null check (line > 0),
  person_id bigint not null references person,
  unit_id bigint not null references organisation,
  main_unit_id bigint not null references organisation,
  scheme text not null check (scheme in ('CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT')),
  status text not null default 'PENDING' check (status in
    ('DRAFT','PENDING','IMAGE_REJECTED','READY','IN_PRODUCTION','SHIPPED','AUTO_CANCELLED','REJECTED','CANCELLED')),
  image_requirement text not null default 'AWAITING_UPLOAD' check (image_requirement in
    ('AWAITING_UPLOAD','AWAITING_REVIEW','MET','REJECTED','STOPPED')),
  ordered_on date not null,
  orderer_name text not null,
  orderer_role text,
  orderer_email text not null,
  orderer_language text not null check (orderer_language in ('nb', 'nn', 'en')),
  headgear_exemption boolean not null default false,
  version int not null default 1,
  unique (order_number, line)
);
create index order_item_person on order_item (person_id);
create index order_item_unit on order_item (unit_id);
create trigger audit after insert or update or delete on person for each row execute function
  audit_change('-', 'national_id_enc', 'national_id_idx', 'national_id_masked', 'given_name', 'family_name', 'name', 'birth_date');
create trigger audit after update or delete on order_item for each row execute function
  audit_change('-', 'orderer_name', 'orderer_email');
`;

const GRANTS = `
grant select on organisation to desk_app;
grant select, insert, update on person, order_item to desk_app;
`;
