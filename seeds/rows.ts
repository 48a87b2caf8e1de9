/** The demo's rows before they are in the database: tables, their columns, and inserting them many at a time. */
import type { ClientBase } from 'pg';

type Columns = Readonly<Record<string, string>>;

const CASE_CHILD = { id: 'bigint', organisation_id: 'smallint', case_id: 'bigint' } as const;

/** In the order of their references. */
export const TABLES = {
  organisation: {
    id: 'bigint',
    org_number: 'text',
    name: 'text',
    form: 'text',
    parent_id: 'bigint',
    municipality: 'text',
    municipality_name: 'text',
    status: 'text',
    registered_on: 'date',
    in_company_register: 'bool',
    in_vat_register: 'bool',
    in_vat_register_since: 'date',
    sector_code: 'text',
    industry: 'text',
    employees: 'int',
    street: 'text',
    postcode: 'text',
    city: 'text',
    refreshed_at: 'timestamptz',
  },
  person: {
    id: 'bigint',
    given_name: 'text',
    family_name: 'text',
    birth_date: 'date',
    national_id_enc: 'bytea',
    national_id_key: 'text',
    national_id_idx: 'bytea',
    national_id_masked: 'text',
    d_number: 'bool',
    restricted: 'bool',
    register_status: 'text',
    gender: 'text',
    citizenship: 'text',
    refreshed_at: 'timestamptz',
    street: 'text',
    postcode: 'text',
    city: 'text',
  },
  card_order: {
    id: 'bigint',
    organisation_id: 'smallint',
    number: 'text',
    unit_id: 'bigint',
    main_unit_id: 'bigint',
    scheme: 'text',
    ordered_on: 'date',
    placed_at: 'timestamptz',
    channel: 'text',
    orderer_id: 'bigint',
    payment: 'text',
    customer_reference: 'text',
    delivery_name: 'text',
    delivery_street: 'text',
    delivery_postcode: 'text',
    delivery_city: 'text',
  },
  order_item: {
    id: 'bigint',
    order_id: 'bigint',
    organisation_id: 'smallint',
    order_number: 'text',
    line: 'smallint',
    person_id: 'bigint',
    unit_id: 'bigint',
    main_unit_id: 'bigint',
    scheme: 'text',
    status: 'text',
    image_requirement: 'text',
    ordered_on: 'date',
    orderer_name: 'text',
    orderer_role: 'text',
    orderer_email: 'text',
    orderer_language: 'text',
    headgear_exemption: 'bool',
    cancel_on: 'date',
    status_reason: 'text',
    status_at: 'timestamptz',
    card_number: 'text',
    check_at: 'timestamptz',
  },
  card: {
    id: 'bigint',
    organisation_id: 'smallint',
    number: 'text',
    earlier_issuer: 'bool',
    person_id: 'bigint',
    unit_id: 'bigint',
    main_unit_id: 'bigint',
    scheme: 'text',
    order_item_id: 'bigint',
    status: 'text',
    status_reason: 'text',
    status_at: 'timestamptz',
    valid_from: 'date',
    expires_on: 'date',
    shredded_on: 'date',
    renewal_noted_on: 'date',
    chip_code_hash: 'bytea',
  },
  register_check: {
    id: 'bigint',
    organisation_id: 'smallint',
    order_item_id: 'bigint',
    register: 'text',
    outcome: 'text',
    settled_outcome: 'text',
    reason: 'text',
    since: 'timestamptz',
    asked_at: 'timestamptz',
    rules_on: 'date',
  },
  order_event: {
    id: 'bigint',
    organisation_id: 'smallint',
    order_id: 'bigint',
    order_item_id: 'bigint',
    card_id: 'bigint',
    at: 'timestamptz',
    type: 'text',
    actor_id: 'bigint',
    old_value: 'text',
    new_value: 'text',
    register: 'text',
    note: 'text',
  },
  vat_declaration: {
    id: 'bigint',
    organisation_id: 'smallint',
    order_id: 'bigint',
    firm_id: 'bigint',
    org_number: 'text',
    declared_by_id: 'bigint',
    declarer_name: 'text',
    declarer_role: 'text',
    firm_name: 'text',
    declared_at: 'timestamptz',
  },
  firm_role: {
    id: 'bigint',
    firm_id: 'bigint',
    code: 'text',
    person_id: 'bigint',
    holder_name: 'text',
    holder_birth_date: 'date',
    refreshed_at: 'timestamptz',
  },
  delegation: {
    id: 'bigint',
    organisation_id: 'smallint',
    firm_id: 'bigint',
    person_id: 'bigint',
    granted_by_id: 'bigint',
    from_on: 'date',
  },
  employment: {
    id: 'bigint',
    organisation_id: 'smallint',
    person_id: 'bigint',
    unit_id: 'bigint',
    main_unit_id: 'bigint',
    source: 'text',
    kind: 'text',
    start_on: 'date',
    end_on: 'date',
    refreshed_at: 'timestamptz',
  },
  desk_case: {
    id: 'bigint',
    organisation_id: 'smallint',
    number: 'text',
    kind: 'text',
    status: 'text',
    queue: 'text',
    priority: 'smallint',
    channel: 'text',
    language: 'text',
    title: 'text',
    description: 'text',
    person_id: 'bigint',
    subject_organisation_id: 'bigint',
    order_item_id: 'bigint',
    attempt: 'smallint',
    opened_on: 'date',
    due_days: 'smallint',
    due_on: 'date',
    promised_on: 'date',
    hold_reason: 'text',
    hold_until: 'date',
    hold_note: 'text',
    reserved_by: 'bigint',
    reserved_until: 'timestamptz',
    last_worker_id: 'bigint',
    new_post_at: 'timestamptz',
    created_at: 'timestamptz',
    closed_at: 'timestamptz',
  },
  case_hold: { ...CASE_CHILD, from_on: 'date', to_on: 'date', reason: 'text', created_by: 'bigint' },
  case_event: {
    ...CASE_CHILD,
    at: 'timestamptz',
    type: 'text',
    actor_id: 'bigint',
    old_value: 'text',
    new_value: 'text',
    note: 'text',
  },
  case_link: { ...CASE_CHILD, other_case_id: 'bigint', relation: 'text', created_by: 'bigint' },
  case_barred: {
    organisation_id: 'smallint',
    case_id: 'bigint',
    staff_user_id: 'bigint',
    reason: 'text',
    comment: 'text',
    created_by: 'bigint',
    created_at: 'timestamptz',
  },
  stored_file: {
    id: 'bigint',
    organisation_id: 'smallint',
    storage_key: 'text',
    media_type: 'text',
    width: 'int',
    height: 'int',
    bytes: 'int',
    original_sha256: 'bytea',
    master_key: 'text',
    data_key: 'bytea',
    created_at: 'timestamptz',
    purpose: 'text',
    case_id: 'bigint',
  },
  upload_link: {
    ...CASE_CHILD,
    token_hash: 'bytea',
    token_salt: 'bytea',
    channel: 'text',
    created_at: 'timestamptz',
    created_by: 'bigint',
    expires_at: 'timestamptz',
    used_at: 'timestamptz',
    expiry_noted_at: 'timestamptz',
  },
  image_submission: {
    ...CASE_CHILD,
    order_item_id: 'bigint',
    attempt: 'smallint',
    previous_id: 'bigint',
    status: 'text',
    channel: 'text',
    submitted_at: 'timestamptz',
    registered_by: 'bigint',
    photo_file_id: 'bigint',
    id_file_id: 'bigint',
    findings: 'jsonb',
  },
  image_decision: {
    ...CASE_CHILD,
    submission_id: 'bigint',
    outcome: 'text',
    comment: 'text',
    catalogue_version: 'int',
    decided_by: 'bigint',
    decided_at: 'timestamptz',
    undo_until: 'timestamptz',
    upload_link_id: 'bigint',
  },
  image_decision_reason: {
    decision_id: 'bigint',
    organisation_id: 'smallint',
    code: 'text',
    part: 'text',
    position: 'smallint',
  },
  outbox_mail: {
    ...CASE_CHILD,
    template: 'text',
    language: 'text',
    subject_id: 'bigint',
    dedupe: 'text',
    message_id: 'text',
    status: 'text',
    attempts: 'int',
    last_error: 'text',
    created_at: 'timestamptz',
    send_after: 'timestamptz',
    claimed_at: 'timestamptz',
    sent_at: 'timestamptz',
  },
  exception_application: {
    ...{
      ...CASE_CHILD,
      number: 'text',
      code: 'text',
      register: 'text',
      person_id: 'bigint',
      firm_id: 'bigint',
    },
    ...{ related_person_id: 'bigint', status: 'text', status_at: 'timestamptz', channel: 'text' },
    ...{ received_on: 'date', wanted_from: 'date', evidence_ends_on: 'date', contact_name: 'text' },
    ...{ contact_email: 'text', language: 'text', claims: 'jsonb', order_number: 'text' },
    ...{ registrar_organisation_id: 'smallint', registered_by: 'bigint', handed_over_at: 'timestamptz' },
    ...{ decided_on: 'date', version: 'int' },
  },
  case_document: {
    ...{ ...CASE_CHILD, kind: 'text', title: 'text', received_on: 'date', channel: 'text' },
    ...{ intake_organisation_id: 'smallint', created_by: 'bigint', created_at: 'timestamptz' },
  },
  document_version: {
    ...{ ...CASE_CHILD, document_id: 'bigint', version: 'smallint', file_id: 'bigint', sha256: 'bytea' },
    ...{
      media_type: 'text',
      byte_count: 'int',
      pages: 'smallint',
      created_by: 'bigint',
      created_at: 'timestamptz',
    },
  },
  document_seen: {
    ...{ version_id: 'bigint', staff_user_id: 'bigint', organisation_id: 'smallint', case_id: 'bigint' },
    ...{ first_at: 'timestamptz', last_at: 'timestamptz' },
  },
  decision_proposal: {
    ...{ ...CASE_CHILD, application_id: 'bigint', kind: 'text', outcome: 'text', content: 'jsonb' },
    ...{ letter: 'jsonb', digest: 'bytea', application_version: 'int', proposed_by: 'bigint' },
    ...{ proposed_at: 'timestamptz', state: 'text', settled_by: 'bigint', settled_at: 'timestamptz' },
    settled_reason: 'text',
  },
  proposal_seen: {
    ...{ proposal_id: 'bigint', part: 'text', staff_user_id: 'bigint', organisation_id: 'smallint' },
    ...{ case_id: 'bigint', at: 'timestamptz' },
  },
  decision: {
    ...{ ...CASE_CHILD, application_id: 'bigint', proposal_id: 'bigint', kind: 'text', outcome: 'text' },
    ...{ grounds: 'jsonb', free_text: 'text', legal_refs: 'jsonb', facts: 'jsonb', valid_from: 'date' },
    ...{ valid_to: 'date', while_role: 'bool', decided_on: 'date', decided_at: 'timestamptz' },
    ...{ decided_by: 'bigint', approved_by: 'bigint', appeal_deadline_on: 'date', replaces_id: 'bigint' },
    digest: 'bytea',
  },
  exception_entry: {
    ...{ ...CASE_CHILD, application_id: 'bigint', decision_id: 'bigint', code: 'text', register: 'text' },
    ...{ person_id: 'bigint', firm_id: 'bigint', from_on: 'date', to_on: 'date', while_role: 'bool' },
    ...{ delete_after: 'bool', ended_on: 'date', end_reason: 'text', end_decision_id: 'bigint' },
    ...{ warned_30_on: 'date', warned_7_on: 'date', expiry_noted_on: 'date' },
  },
  letter: {
    ...{ ...CASE_CHILD, application_id: 'bigint', decision_id: 'bigint', kind: 'text', person_id: 'bigint' },
    ...{ firm_id: 'bigint', language: 'text', content: 'jsonb', channel: 'text', status: 'text' },
    ...{ send_after: 'timestamptz', created_by: 'bigint', created_at: 'timestamptz', sent_at: 'timestamptz' },
    delivered_on: 'date',
  },
  appeal: {
    ...{
      ...CASE_CHILD,
      application_id: 'bigint',
      decision_id: 'bigint',
      received_on: 'date',
      channel: 'text',
    },
    ...{ appellant: 'text', document_id: 'bigint', deadline_on: 'date', late: 'bool', late_accepted: 'bool' },
    ...{ late_grounds: 'text', outcome: 'text', outcome_decision_id: 'bigint', assessment: 'text' },
    ...{
      settled_by: 'bigint',
      settled_at: 'timestamptz',
      forwarded_at: 'timestamptz',
      forwarded_by: 'bigint',
    },
    registered_by: 'bigint',
  },
  journal_entry: {
    ...{ ...CASE_CHILD, entry_number: 'int', type: 'text', on_date: 'date', correspondent: 'text' },
    ...{
      title: 'text',
      public_title: 'text',
      access_code: 'text',
      access_basis: 'text',
      document_id: 'bigint',
    },
    ...{ letter_id: 'bigint', decision_id: 'bigint', created_by: 'bigint', created_at: 'timestamptz' },
  },
  firm_approval: {
    id: 'bigint',
    firm_id: 'bigint',
    register: 'text',
    status: 'text',
    valid_to: 'date',
    from_at: 'timestamptz',
    to_at: 'timestamptz',
    cause: 'text',
    application_id: 'bigint',
    decision_id: 'bigint',
  },
  approval_condition: {
    ...{ ...CASE_CHILD, application_id: 'bigint', key: 'text', state: 'text', document_id: 'bigint' },
    ...{ comment: 'text', said_by: 'bigint', said_at: 'timestamptz' },
  },
  queue_day: { organisation_id: 'smallint', queue: 'text', day: 'date', opened: 'int', closed: 'int' },
  number_series: { name: 'text', last: 'bigint' },
} as const satisfies Record<string, Columns>;

export type TableName = keyof typeof TABLES;
type Value = string | number | boolean | Date | Buffer | null | undefined;
export type Row<T extends TableName> = { -readonly [C in keyof (typeof TABLES)[T]]?: Value };
/** A column that is not given is null. */
export type NewRow<T extends TableName> = Omit<Row<T>, 'id'>;

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** Everything that will be inserted; ids are given here, so that rows can refer to each other. */
export class Rows {
  readonly #rows = new Map<TableName, Row<TableName>[]>(TABLE_NAMES.map(name => [name, []]));

  /** @returns the row's id (its position, from 1) */
  add<T extends TableName>(table: T, row: NewRow<T>): number {
    const rows = this.of(table);
    const id = rows.length + 1;
    rows.push(('id' in TABLES[table] ? { id, ...row } : row) as Row<T>);
    return id;
  }

  of<T extends TableName>(table: T): Row<T>[] {
    return this.#rows.get(table) as Row<T>[];
  }
}

const BATCH = 2_000;

/** Inserts the rows of one table, a column as one array each, and moves the table's own numbering past them. */
export async function insertRows<T extends TableName>(
  client: ClientBase,
  table: T,
  rows: readonly Row<T>[],
): Promise<void> {
  const columns = Object.entries(TABLES[table]) as [keyof Row<T> & string, string][];
  const names = columns.map(([name]) => name).join(', ');
  const arrays = columns.map(([, type], i) => `$${i + 1}::${type}[]`).join(', ');
  const sql = `insert into ${table} (${names}) overriding system value select * from unnest(${arrays})`;
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await client.query(
      sql,
      columns.map(([name]) => batch.map(row => row[name] ?? null)),
    );
  }
  if ('id' in TABLES[table] && rows.length > 0) {
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), $1)`, [rows.length]);
  }
}
