/** Every table of the desk is in one of these two lists: behind row security, or without personal data and why. A test compares them with the database. */

/** Walled tables, each with the resource of policy.csv (or the person) whose scope decides on its rows. */
export const WALLED_TABLES = {
  access_review: 'access-review',
  access_review_mark: 'access-review',
  audit_log: 'audit, access-review, and what the actor did',
  case_barred: 'case',
  case_event: 'case',
  case_hold: 'case',
  case_link: 'case',
  case_skip: 'case',
  desk_case: 'case',
  draft: 'the actor',
  idempotency_key: 'the actor',
  image_decision: 'image-submission',
  image_decision_reason: 'image-submission',
  image_submission: 'image-submission',
  national_id_index: 'nobody; kept by a trigger',
  order_item: 'case, of the whole organisation: an invoice is about an order',
  outbox_mail: 'mail',
  person: 'case',
  sign_in_attempt: 'nobody who has signed in',
  staff_identity: 'staff',
  staff_notice: 'nobody; triggers write it, a job sends it',
  staff_password: 'staff.write',
  staff_session: 'the actor, and staff.write',
  staff_user: 'colleague',
  stored_file: 'file',
  upload_link: 'case',
  used_token: 'nobody who has signed in',
} as const;

export const OPEN_TABLES = {
  audit_erasure: 'signatures of the desk',
  audit_head_mail: 'when the head of the audit log was mailed',
  audit_seal: 'hashes and signatures',
  key_sentinel: 'a known word under each key',
  mikro_orm_migrations: 'names of migrations',
  number_series: 'last number given',
  organisation: 'the public register of firms, as everyone can look it up',
  queue_day: 'counts a day',
  staff_organisation: 'the issuer and the authority',
} as const;
