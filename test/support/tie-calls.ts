/** What members of staff declare about themselves, as the console sends it, and the bars that follow. */

import type { Client } from './client.ts';
import type { Desk } from './desk.ts';
import { createFirm, syntheticNationalId } from './people.factories.ts';
import type { WorkingCall } from './working-calls.ts';

const TIE = 'id kind maskedNationalId orgNumber firmName declaredAt';
export const MY_TIES = `query MyTies { myTies { ${TIE} } }`;
export const DECLARE_TIE = `mutation DeclareTie($input: DeclareTieInput!) { declareTie(input: $input) { ${TIE} } }`;
export const END_TIE = 'mutation EndTie($id: EntityId!) { endTie(id: $id) }';

export interface Declared {
  readonly kind: 'SELF' | 'FAMILY' | 'CLOSE' | 'EMPLOYER' | 'INTEREST';
  readonly nationalId?: string;
  readonly orgNumber?: string;
}

/** @returns staff_tie.id */
export async function declareTie(client: Client, input: Declared): Promise<string> {
  return (await client.ask(DECLARE_TIE, { input })).declareTie.id;
}

export const endTie = (client: Client, id: string) => client.ask(END_TIE, { id });

export interface Bar {
  readonly staff: string;
  readonly reason: string;
  readonly byTie: boolean;
}

export async function barsOf(desk: Desk, caseId: string): Promise<Bar[]> {
  const sql = `select u.name as staff, b.reason, b.tie_id is not null as "byTie" from case_barred b join staff_user u on u.id = b.staff_user_id
    where b.case_id = $1 order by u.name`;
  return (await desk.sql.query<Bar>(sql, [caseId])).rows;
}

export const TIE_CALLS: Readonly<Record<string, (desk: Desk) => Promise<WorkingCall>>> = {
  declareTie: async () => ({
    who: 'agent',
    variables: { input: { kind: 'FAMILY', nationalId: syntheticNationalId() } },
  }),
  async endTie(desk) {
    const { mainOrgNumber: orgNumber } = await createFirm(desk);
    const agent = await desk.as('agent');
    return { who: 'agent', variables: { id: await declareTie(agent, { kind: 'INTEREST', orgNumber }) } };
  },
};
