/** MikroORM: explicit entities and migrations. Screens and decisions do not go through it (platform/db/db.ts). */

import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { PoolClient } from 'pg';
import { StaffOrganisation, StaffPassword, StaffUser } from './features/staff/staff.entity.ts';
import { Migration20261101000001_staff_and_audit } from './migrations/Migration20261101000001_staff_and_audit.ts';
import { Migration20261101000002_orders } from './migrations/Migration20261101000002_orders.ts';
import { Migration20261101000003_cases } from './migrations/Migration20261101000003_cases.ts';
import { Migration20261101000004_images_and_mail } from './migrations/Migration20261101000004_images_and_mail.ts';
import { Migration20261101000005_scheme_on_case } from './migrations/Migration20261101000005_scheme_on_case.ts';
import { Migration20261122000010_row_security } from './migrations/Migration20261122000010_row_security.ts';
import { Migration20261122000011_search_functions } from './migrations/Migration20261122000011_search_functions.ts';
import { Migration20261122000020_sign_in_with_a_provider } from './migrations/Migration20261122000020_sign_in_with_a_provider.ts';
import { Migration20261122000050_personal_data } from './migrations/Migration20261122000050_personal_data.ts';
import { Migration20261122000051_review_indexes } from './migrations/Migration20261122000051_review_indexes.ts';
import { Migration20261122000060_audit_seal } from './migrations/Migration20261122000060_audit_seal.ts';
import { Migration20261122000070_operation } from './migrations/Migration20261122000070_operation.ts';
import { Migration20261122000071_quarantine } from './migrations/Migration20261122000071_quarantine.ts';
import { Migration20261122000072_key_sentinel } from './migrations/Migration20261122000072_key_sentinel.ts';
import { Migration20261122000073_retention } from './migrations/Migration20261122000073_retention.ts';
import { Migration20261122000080_idempotency } from './migrations/Migration20261122000080_idempotency.ts';
import { Migration20261122000081_bounces } from './migrations/Migration20261122000081_bounces.ts';
import { Migration20261122000090_definer_functions } from './migrations/Migration20261122000090_definer_functions.ts';
import { Migration20261122000091_session_audit } from './migrations/Migration20261122000091_session_audit.ts';
import { Migration20261122000100_staff_grants } from './migrations/Migration20261122000100_staff_grants.ts';
import { Migration20261122000110_staff_notice } from './migrations/Migration20261122000110_staff_notice.ts';
import { Migration20261123000010_orders_and_cards } from './migrations/Migration20261123000010_orders_and_cards.ts';
import { Migration20261123000011_order_walls } from './migrations/Migration20261123000011_order_walls.ts';
import { Migration20261123000012_order_guards } from './migrations/Migration20261123000012_order_guards.ts';
import { Migration20261123000013_order_mail } from './migrations/Migration20261123000013_order_mail.ts';
import { Migration20261123000220_settings } from './migrations/Migration20261123000220_settings.ts';
import { Migration20261123000221_protected_persons } from './migrations/Migration20261123000221_protected_persons.ts';
import { Migration20261123000230_machine_clients } from './migrations/Migration20261123000230_machine_clients.ts';
import { Migration20261123000231_machine_rows } from './migrations/Migration20261123000231_machine_rows.ts';
import { Migration20261123000232_webhooks } from './migrations/Migration20261123000232_webhooks.ts';
import { Migration20261123000240_register_checks } from './migrations/Migration20261123000240_register_checks.ts';
import { Migration20261123000250_order_page } from './migrations/Migration20261123000250_order_page.ts';
import { Migration20261123000260_delegation_revoked } from './migrations/Migration20261123000260_delegation_revoked.ts';
import { Migration20261123000261_caller_verification } from './migrations/Migration20261123000261_caller_verification.ts';
import { Migration20261123000270_card_check } from './migrations/Migration20261123000270_card_check.ts';
import { Migration20261123000271_card_tips } from './migrations/Migration20261123000271_card_tips.ts';
import { Migration20261123000280_job_runs } from './migrations/Migration20261123000280_job_runs.ts';
import { Migration20261123000281_production } from './migrations/Migration20261123000281_production.ts';
import { Migration20261123000290_order_retention } from './migrations/Migration20261123000290_order_retention.ts';
import { Migration20261123000291_held_about } from './migrations/Migration20261123000291_held_about.ts';
import { Migration20261123000299_machine_orders } from './migrations/Migration20261123000299_machine_orders.ts';
import { Migration20261124000010_exceptions } from './migrations/Migration20261124000010_exceptions.ts';
import { Migration20261124000011_exception_walls } from './migrations/Migration20261124000011_exception_walls.ts';
import { Migration20261124000012_exception_guards } from './migrations/Migration20261124000012_exception_guards.ts';
import { Migration20261124000020_register_facts } from './migrations/Migration20261124000020_register_facts.ts';
import { Migration20261124000100_letters_and_journal } from './migrations/Migration20261124000100_letters_and_journal.ts';
import { Migration20261124000120_exception_rules } from './migrations/Migration20261124000120_exception_rules.ts';
import { Migration20261124000121_decision_texts } from './migrations/Migration20261124000121_decision_texts.ts';
import { Migration20261124000122_usual_rules } from './migrations/Migration20261124000122_usual_rules.ts';
import { Migration20261124000123_claim_facts } from './migrations/Migration20261124000123_claim_facts.ts';
import { Migration20261124000140_inbound_mail } from './migrations/Migration20261124000140_inbound_mail.ts';
import { Migration20261124000160_papers } from './migrations/Migration20261124000160_papers.ts';
import { Migration20261124000180_vat_batches } from './migrations/Migration20261124000180_vat_batches.ts';
import { Migration20261124000200_application_page } from './migrations/Migration20261124000200_application_page.ts';
import { Migration20261124000220_entry_life } from './migrations/Migration20261124000220_entry_life.ts';
import { Migration20261124000240_machine_applications } from './migrations/Migration20261124000240_machine_applications.ts';
import { Migration20261125000010_firm_approvals } from './migrations/Migration20261125000010_firm_approvals.ts';
import { Migration20261125000011_approval_applications } from './migrations/Migration20261125000011_approval_applications.ts';
import { Migration20261125000012_approval_texts } from './migrations/Migration20261125000012_approval_texts.ts';
import { Migration20261125000100_staff_ties } from './migrations/Migration20261125000100_staff_ties.ts';
import { Migration20261125000101_bar_gate } from './migrations/Migration20261125000101_bar_gate.ts';
import { Migration20261125000130_letters_by_the_clock } from './migrations/Migration20261125000130_letters_by_the_clock.ts';
import { Migration20261125000131_returned_letters } from './migrations/Migration20261125000131_returned_letters.ts';
import { Migration20261125000132_applications_told } from './migrations/Migration20261125000132_applications_told.ts';
import { Migration20261125000133_firm_asked } from './migrations/Migration20261125000133_firm_asked.ts';
import { Migration20261125000134_repeated_declaration } from './migrations/Migration20261125000134_repeated_declaration.ts';
import { Migration20261125000150_usual_rehearsal } from './migrations/Migration20261125000150_usual_rehearsal.ts';
import { Migration20261125000151_text_versions } from './migrations/Migration20261125000151_text_versions.ts';
import { Migration20261125000200_public_register } from './migrations/Migration20261125000200_public_register.ts';
import { Migration20261125000220_firm_register_pages } from './migrations/Migration20261125000220_firm_register_pages.ts';
import { Migration20261125000240_confirmations } from './migrations/Migration20261125000240_confirmations.ts';
import { Migration20261125000260_machine_approvals } from './migrations/Migration20261125000260_machine_approvals.ts';
import { Migration20261126000000_taken_over_approvals } from './migrations/Migration20261126000000_taken_over_approvals.ts';
import { Migration20261126000001_withdrawal_names } from './migrations/Migration20261126000001_withdrawal_names.ts';
import { Migration20261126000002_put_taken_over } from './migrations/Migration20261126000002_put_taken_over.ts';
import { Migration20261126000020_automatic_approvals } from './migrations/Migration20261126000020_automatic_approvals.ts';
import { Migration20261126000021_suggested_approvals } from './migrations/Migration20261126000021_suggested_approvals.ts';
import { Migration20261126000040_control_visits } from './migrations/Migration20261126000040_control_visits.ts';
import { Migration20261126000060_approval_workers } from './migrations/Migration20261126000060_approval_workers.ts';
import { Migration20261126000100_invoices } from './migrations/Migration20261126000100_invoices.ts';
import { Migration20261126000101_ledger } from './migrations/Migration20261126000101_ledger.ts';
import { Migration20261126000102_books_erasure } from './migrations/Migration20261126000102_books_erasure.ts';
import { Migration20261126000140_ehf } from './migrations/Migration20261126000140_ehf.ts';
import { Migration20261126000141_payments } from './migrations/Migration20261126000141_payments.ts';
import { Migration20261126000180_invoice_queries } from './migrations/Migration20261126000180_invoice_queries.ts';
import { Migration20261126000200_reissues } from './migrations/Migration20261126000200_reissues.ts';
import { Migration20261126000220_withheld_queries } from './migrations/Migration20261126000220_withheld_queries.ts';
import { Migration20261126000221_held_about } from './migrations/Migration20261126000221_held_about.ts';
import { lend, lendable } from './platform/db/lend.ts';

const MIGRATIONS = [
  Migration20261101000001_staff_and_audit,
  Migration20261101000002_orders,
  Migration20261101000003_cases,
  Migration20261101000004_images_and_mail,
  Migration20261101000005_scheme_on_case,
  Migration20261122000010_row_security,
  Migration20261122000011_search_functions,
  Migration20261122000020_sign_in_with_a_provider,
  Migration20261122000050_personal_data,
  Migration20261122000051_review_indexes,
  Migration20261122000060_audit_seal,
  Migration20261122000070_operation,
  Migration20261122000071_quarantine,
  Migration20261122000072_key_sentinel,
  Migration20261122000073_retention,
  Migration20261122000080_idempotency,
  Migration20261122000081_bounces,
  Migration20261122000090_definer_functions,
  Migration20261122000091_session_audit,
  Migration20261122000100_staff_grants,
  Migration20261122000110_staff_notice,
  Migration20261123000010_orders_and_cards,
  Migration20261123000011_order_walls,
  Migration20261123000012_order_guards,
  Migration20261123000013_order_mail,
  Migration20261123000220_settings,
  Migration20261123000221_protected_persons,
  Migration20261123000230_machine_clients,
  Migration20261123000231_machine_rows,
  Migration20261123000232_webhooks,
  Migration20261123000240_register_checks,
  Migration20261123000250_order_page,
  Migration20261123000260_delegation_revoked,
  Migration20261123000261_caller_verification,
  Migration20261123000270_card_check,
  Migration20261123000271_card_tips,
  Migration20261123000280_job_runs,
  Migration20261123000281_production,
  Migration20261123000290_order_retention,
  Migration20261123000291_held_about,
  Migration20261123000299_machine_orders,
  Migration20261124000010_exceptions,
  Migration20261124000011_exception_walls,
  Migration20261124000012_exception_guards,
  Migration20261124000020_register_facts,
  Migration20261124000100_letters_and_journal,
  Migration20261124000120_exception_rules,
  Migration20261124000121_decision_texts,
  Migration20261124000122_usual_rules,
  Migration20261124000123_claim_facts,
  Migration20261124000140_inbound_mail,
  Migration20261124000160_papers,
  Migration20261124000180_vat_batches,
  Migration20261124000200_application_page,
  Migration20261124000220_entry_life,
  Migration20261124000240_machine_applications,
  Migration20261125000010_firm_approvals,
  Migration20261125000011_approval_applications,
  Migration20261125000012_approval_texts,
  Migration20261125000100_staff_ties,
  Migration20261125000101_bar_gate,
  Migration20261125000130_letters_by_the_clock,
  Migration20261125000131_returned_letters,
  Migration20261125000132_applications_told,
  Migration20261125000133_firm_asked,
  Migration20261125000134_repeated_declaration,
  Migration20261125000150_usual_rehearsal,
  Migration20261125000151_text_versions,
  Migration20261125000200_public_register,
  Migration20261125000220_firm_register_pages,
  Migration20261125000240_confirmations,
  Migration20261125000260_machine_approvals,
  Migration20261126000000_taken_over_approvals,
  Migration20261126000001_withdrawal_names,
  Migration20261126000002_put_taken_over,
  Migration20261126000020_automatic_approvals,
  Migration20261126000021_suggested_approvals,
  Migration20261126000040_control_visits,
  Migration20261126000060_approval_workers,
  Migration20261126000100_invoices,
  Migration20261126000101_ledger,
  Migration20261126000102_books_erasure,
  Migration20261126000140_ehf,
  Migration20261126000141_payments,
  Migration20261126000180_invoice_queries,
  Migration20261126000200_reissues,
  Migration20261126000220_withheld_queries,
  Migration20261126000221_held_about,
];

export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(({ name }) => name);

export function createOrm(url: string, role?: string): MikroORM {
  return new MikroORM(
    defineConfig({
      clientUrl: url,
      entities: [StaffOrganisation, StaffUser, StaffPassword],
      extensions: [Migrator],
      migrations: {
        migrationsList: MIGRATIONS.map(m => ({ name: m.name, class: m })),
        snapshot: false,
        silent: true,
      },
      pool: { max: 3 },
      driverOptions: { ...(role ? { options: `-c role=${role}` } : {}), onPoolCreated: lendable },
    }),
  );
}

export const entityManagers = (orm: MikroORM) => ({ forkEm: forkWith(orm), joinEm: joinWith(orm) });

/** A fresh EntityManager whose every transaction starts with the actor set, implicit ones too. */
const forkWith =
  (orm: MikroORM) =>
  (variables: Record<string, string>): EntityManager =>
    orm.em.fork({ session: { variables } });

/** An EntityManager in a transaction that a connection of ours is in already; its own ones are savepoints there. */
const joinWith =
  (orm: MikroORM) =>
  async (client: PoolClient): Promise<EntityManager> => {
    const em = orm.em.fork();
    const transaction = await lend(client, () =>
      orm.em.getConnection().getClient().startTransaction().execute(),
    );
    em.setTransactionContext(transaction);
    return em;
  };
