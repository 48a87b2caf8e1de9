/** A caseworker's and a leader's way through a decision over the API, for tests of what follows from it. */
import type { Application } from './application.factories.ts';
import { createDocument } from './application.factories.ts';
import type { Client } from './client.ts';
import type { Desk } from './desk.ts';

const TEXTS = `query Texts($code: ApplicationCode!, $outcome: DecisionOutcome!) {
  decisionTexts(code: $code, outcome: $outcome) { grounds { id } statutes { id code suggested } } }`;
const PROPOSE = `mutation Propose($input: ProposeDecisionInput!) { proposeDecision(input: $input) { status version } }`;
const PROPOSAL = `query Proposal($caseId: EntityId!) { decisionProposal(caseId: $caseId) { id state kind outcome digest stands mayApprove mayReturn
  letter { heading paragraphs { key locked text } signers { role name } recipient { name lines } date } points { code met }
  parts { part versionId documentKind byProposerAt byMeAt } } }`;
const SEE = `mutation See($input: ProposalPartInput!) { markProposalPartSeen(input: $input) }`;
export const APPROVE = `mutation Approve($input: ApproveDecisionInput!) { approveDecision(input: $input) { caseId decisionId fell } }`;
export const RETURN = `mutation Return($input: ReturnProposalInput!) { returnProposal(input: $input) { caseId fell } }`;

export interface Draft {
  readonly kind?: 'FIRST' | 'APPEAL' | 'WITHDRAWAL' | 'CORRECTION';
  readonly outcome?: 'GRANT' | 'REFUSE' | 'DISMISS' | 'WITHDRAW';
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly whileRole?: boolean;
  readonly facts?: string[];
  readonly freeText?: string;
}

/** Every paper the rule asks for, as one scan each. */
export const PAPERS = {
  AA_ENK_SPOUSE: ['MARRIAGE_CERTIFICATE'],
  UDI_CONFIRMED: ['UDI_CONFIRMATION'],
} as const;

/** Puts an application on the caseworker's desk with its papers. */
export async function complete(desk: Desk, application: Application): Promise<void> {
  const kinds = PAPERS[application.code as keyof typeof PAPERS] ?? [];
  for (const kind of kinds) await createDocument(desk, application, { kind });
}

export async function reserve(desk: Desk, caseId: string, staffId: string): Promise<void> {
  await desk.sql.query(
    `update desk_case set reserved_by = $2, reserved_until = now() + interval '30 minutes' where id = $1`,
    [caseId, staffId],
  );
}

/** What the caseworker sends; texts as they are offered. */
export async function draftOf(
  { desk, as: caseworker }: { desk: Desk; as: Client },
  application: Application,
  given: Draft = {},
) {
  const { kind = 'FIRST', outcome = 'GRANT', facts = ['Vilkårene er dokumentert.'], freeText = '' } = given;
  const { decisionTexts } = await caseworker.ask(TEXTS, { code: application.code, outcome });
  const suggested = decisionTexts.statutes.filter((one: { suggested: boolean }) => one.suggested);
  const [versions] = (
    await desk.sql.query(
      'select c.version as "expectedVersion", a.version as "applicationVersion" from desk_case c join exception_application a on a.case_id = c.id where c.id = $1',
      [application.caseId],
    )
  ).rows;
  const granted = outcome === 'GRANT';
  return {
    ...{ caseId: application.caseId, kind, outcome, facts, freeText },
    groundIds: decisionTexts.grounds.slice(0, 2).map(({ id }: { id: string }) => id),
    statuteIds: (suggested.length > 0 ? suggested : decisionTexts.statutes)
      .slice(0, 2)
      .map(({ id }: { id: string }) => id),
    validFrom: given.validFrom === undefined ? (granted ? '2026-11-24' : null) : given.validFrom,
    validTo: given.validTo === undefined ? (granted ? '2028-11-23' : null) : given.validTo,
    whileRole: given.whileRole ?? false,
    ...versions,
  };
}

export const propose = (caseworker: Client, input: object) => caseworker.send(PROPOSE, { input });

export const proposalOf = async (reader: Client, caseId: string) =>
  (await reader.ask(PROPOSAL, { caseId })).decisionProposal;

/** Every part and every paper, as a leader opens them. */
export async function openAll(desk: Desk, lead: Client, caseId: string): Promise<void> {
  const { id, parts } = await proposalOf(lead, caseId);
  for (const { part, versionId } of parts as { part: string; versionId: string | null }[]) {
    if (versionId === null) await lead.ask(SEE, { input: { proposalId: id, part } });
    else
      await desk.sql.query(
        `insert into document_seen (version_id, staff_user_id, organisation_id, case_id, first_at, last_at) values ($1, $2, 2, $3, now(), now()) on conflict do nothing`,
        [versionId, desk.staff.lead, caseId],
      );
  }
}

/** @returns the answer to the approval of exactly what the leader saw */
export async function approveAll(desk: Desk, lead: Client, caseId: string) {
  await openAll(desk, lead, caseId);
  const { id, digest } = await proposalOf(lead, caseId);
  return lead.send(APPROVE, { input: { proposalId: id, digest } });
}
