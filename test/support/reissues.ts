/** Invoices issued anew, as the console sends it, and proposals that are there already. */
import { LETTER, type LetterRecord } from '../../server/src/features/correspondence/mail.renderer.ts';
import { mailRenderer } from '../../server/src/features/correspondence/sending.parts.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { Client } from './client.ts';
import type { Desk } from './desk.ts';
import { insert } from './insert.ts';
import { createInvoice, SELLER } from './invoices.ts';
import { systemDb } from './mails.ts';
import type { WorkingCall } from './working-calls.ts';

const PLAN = `invoiceId number kid orderNumber customerReference grossOre balanceOre problem after { grossOre movedOre owedOre dueOn }`;
const DOCUMENT = 'id number kid dueOn';
export const DETAIL = `digest proposal { id state cause reference firm { id name orgNumber } invoices done refused waiting firstNumber grossOre reason version
  allowedActions proposedBy { name } settledBy { name } finishedAt }
  rows { state problem movedOre plan { ${PLAN} } creditNote { ${DOCUMENT} } newInvoice { ${DOCUMENT} } }`;
export const PREVIEW = `query PreviewReissue($input: PreviewReissueInput!) { previewReissue(input: $input) { firmName orgNumber referenceFault ready refused
  nextNumber nextKid nextCreditNumber rows { ${PLAN} } } }`;
export const PROPOSALS = `query ReissueProposals($state: ReissueState, $page: PageInput) { reissueProposals(state: $state, page: $page) {
  rows { id state firstNumber invoices allowedActions } pageInfo { hasNextPage endCursor } forCheck { value exact } causes { cause invoices } } }`;
export const PROPOSAL = `query ReissueProposal($id: EntityId!) { reissueProposal(id: $id) { ${DETAIL} } }`;
export const PROPOSE = `mutation ProposeReissue($input: ProposeReissueInput!) { proposeReissue(input: $input) { ${DETAIL} } }`;
export const APPROVE = `mutation ApproveReissue($input: ApproveReissueInput!) { approveReissue(input: $input) { ${DETAIL} } }`;
export const REJECT = `mutation RejectReissue($input: RejectReissueInput!) { rejectReissue(input: $input) { ${DETAIL} } }`;
export const WITHDRAW = `mutation WithdrawReissue($input: SettleReissueInput!) { withdrawReissue(input: $input) { ${DETAIL} } }`;

/** A second member of finance, signed in: whoever checks is never who proposed. */
export async function checker(desk: Desk, name = 'Olav Brun'): Promise<Client> {
  const email = `${name.toLowerCase().replace(' ', '.')}@test.example`;
  const { rows } = await desk.sql.query('select id from staff_user where email = $1', [email]);
  if (rows.length === 0)
    await insert(desk, 'staff_user', { organisation_id: 1, name, email, roles: ['FINANCE'], demo: true });
  const client = new Client(desk.url);
  await client.ask('mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }', { email });
  return client;
}

/** As a colleague proposed it. @returns reissue_proposal.id */
export async function plantProposal(
  desk: Desk,
  {
    invoiceIds,
    by,
    reference = 'Prosjekt 4410',
  }: { invoiceIds: readonly string[]; by: string; reference?: string },
): Promise<string> {
  const { rows } = await desk.sql.query('select firm_id from invoice where id = $1', [invoiceIds[0]]);
  const id = await insert(desk, 'reissue_proposal', {
    ...{ organisation_id: 1, firm_id: rows[0].firm_id, cause: 'WRONG_REFERENCE', reference },
    ...{ proposed_by: by, proposed_at: new Date() },
  });
  for (const invoice_id of invoiceIds)
    await insert(desk, 'reissue_row', { organisation_id: 1, proposal_id: id, invoice_id });
  return id;
}

/** Who sells, if nobody has said so yet. */
export async function sellerNamed(desk: Desk): Promise<void> {
  const named = `insert into scheme_setting (key, value, valid_from, grounds, proposed_by, proposed_at, approved_by, approved_at)
    select $1, $2, '2020-01-01', 'Prøve', $3, '2019-12-01', $4, '2019-12-02' where not exists (select from scheme_setting where key = $1 and valid_from = '2020-01-01')`;
  for (const [key, value] of Object.entries(SELLER))
    await desk.sql.query(named, [key, value, desk.staff.admin, desk.staff.lead]);
}

const finance = (variables: Record<string, unknown>): WorkingCall => ({ who: 'finance', variables });

async function planted(
  desk: Desk,
  by: 'finance' | 'colleague',
): Promise<{ id: string; expectedVersion: number }> {
  await sellerNamed(desk);
  const { id: invoiceId } = await createInvoice(desk, { customerReference: 'PO-1' });
  return {
    id: await plantProposal(desk, { invoiceIds: [invoiceId], by: desk.staff[by] }),
    expectedVersion: 1,
  };
}

export const REISSUE_CALLS: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  async proposeReissue(desk) {
    await sellerNamed(desk);
    const { id } = await createInvoice(desk, { customerReference: 'PO-1' });
    return finance({ input: { invoiceIds: [id], reference: 'Prosjekt 4410', cause: 'WRONG_REFERENCE' } });
  },
  async approveReissue(desk) {
    const input = await planted(desk, 'colleague');
    const { reissueProposal } = await (await desk.as('finance')).ask(PROPOSAL, { id: input.id });
    return finance({ input: { ...input, digest: reissueProposal.digest } });
  },
  rejectReissue: async desk =>
    finance({ input: { ...(await planted(desk, 'colleague')), reason: 'Feil prosjekt.' } }),
  withdrawReissue: async desk => finance({ input: await planted(desk, 'finance') }),
};

/** What the mail says, as it would leave now. */
export async function reissueLetter(desk: Desk, mailId: string): Promise<string> {
  const keys = loadKeys(undefined, desk.config.dataDir);
  const [record] = await systemDb(desk.app.jobParts).read<LetterRecord & Record<string, unknown>>(
    `${LETTER} where m.id = $1`,
    [mailId],
  );
  if (!record) throw new Error('no such mail');
  return (await mailRenderer({ config: desk.config, keys }).outgoing(record)).text;
}
