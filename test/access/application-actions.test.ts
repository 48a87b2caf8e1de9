import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Application,
  createAppeal,
  createApplication,
  createDecision,
  type NewApplication,
} from '../support/application.factories.ts';
import type { Client } from '../support/client.ts';
import { APPROVE, complete, draftOf, openAll, proposalOf, propose, reserve } from '../support/deciding.ts';
import { tinyPdf } from '../support/decision.factories.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { putPaper } from '../support/documents.ts';
import { inParallel } from '../support/parallel.ts';

/** Steps of an application; what every case offers is tried in allowed-actions.test.ts. */
const ACTIONS = [
  ...(['ADD_DOCUMENT', 'ASK_FOR_DOCUMENTS', 'PROPOSE_DECISION'] as const),
  ...(['SETTLE_PROPOSAL', 'REGISTER_APPEAL', 'SETTLE_APPEAL'] as const),
] as const;
type Action = (typeof ACTIONS)[number];

/** Who sees the case; the issuer, who sees the application alone, is told there what it may. */
const CALLERS = ['caseworker', 'lead', 'auditor'] as const;
type Caller = (typeof CALLERS)[number];

/** Never a fault of the input, never a fault of the server. */
const REFUSALS = ['NOT_FOUND', 'FORBIDDEN', 'RESERVATION_LOST', 'ACTION_NOT_AVAILABLE'];

let desk: Desk;
const clients = {} as Record<Caller, Client>;

beforeAll(async () => {
  desk = await startDesk({ env: { JOBS: 'false' } });
  for (const caller of CALLERS) clients[caller] = await desk.as(caller);
});
afterAll(() => desk.stop());

const today = () => new Date().toISOString().slice(0, 10);
const DRAFT = { validFrom: today(), validTo: '2099-01-01' };

/** In a status, on the desk of the caller or of nobody. */
const standing =
  (status: NewApplication['status'], mine = false) =>
  async (caller: Caller): Promise<Application> => {
    const application = await createApplication(desk, { status });
    if (mine) await reserve(desk, application.caseId, desk.staff[caller]);
    return application;
  };

async function decided(status: NewApplication['status']): Promise<Application> {
  const application = await createApplication(desk, { status });
  const { id: decisionId } = await createDecision(desk, application, {
    ...{ outcome: 'REFUSE', decidedBy: desk.staff.caseworker, facts: { relied: ['Ikke dokumentert.'] } },
  });
  if (status === 'APPEALED') await createAppeal(desk, application, { decisionId });
  return application;
}

async function appealed(caller: Caller): Promise<Application> {
  const application = await decided('APPEALED');
  await reserve(desk, application.caseId, desk.staff[caller]);
  return application;
}

async function waiting(): Promise<Application> {
  const application = await createApplication(desk, { code: 'UDI_CONFIRMED' });
  await reserve(desk, application.caseId, desk.staff.caseworker);
  await complete(desk, application);
  await propose(clients.caseworker, await draftOf({ desk, as: clients.caseworker }, application, DRAFT));
  await openAll(desk, clients.lead, application.caseId);
  return application;
}

const SITUATIONS: Readonly<Record<string, (caller: Caller) => Promise<Application>>> = {
  'on the caller’s desk': standing('UNDER_REVIEW', true),
  'on nobody’s desk': standing('UNDER_REVIEW'),
  'waiting for papers, the caller’s': standing('AWAITING_DOCUMENTS', true),
  'registered by the issuer, not handed over': standing('REGISTERED'),
  'waiting for its second signature': waiting,
  refused: () => decided('REFUSED'),
  withdrawn: () => decided('WITHDRAWN'),
  'come by a channel it may not come by': standing('WRONG_CHANNEL'),
  'appealed, on the caller’s desk': appealed,
};

const versionsOf = async ({ caseId }: Application) =>
  (await desk.sql.query('select version as "expectedVersion" from desk_case where id = $1', [caseId]))
    .rows[0];

const mutation = (name: string, input: string) =>
  `mutation Try($input: ${input}!) { ${name}(input: $input) { __typename } }`;

async function sent(by: Client, document: string, input: object): Promise<string> {
  const { errors } = await by.send(document, { input });
  return errors?.[0]?.extensions.code ?? 'DATA';
}

/** The call behind each action, as somebody would make it who means it. */
const CALLS: Readonly<Record<Action, (by: Client, application: Application) => Promise<string>>> = {
  async ADD_DOCUMENT(by, { caseId }) {
    // Small, so that a refusal that closes the line before reading it all does not cut off the answer.
    const answer = await putPaper(by, caseId, { bytes: tinyPdf(`paper ${caseId}`), kind: 'OTHER' });
    if (answer.ok) return 'DATA';
    const { errors } = (await answer.json()) as { errors: { message: string }[] };
    return errors[0]?.message ?? '';
  },
  ASK_FOR_DOCUMENTS: async (by, application) =>
    sent(by, mutation('askForDocuments', 'CaseVersionInput'), {
      ...{ caseId: application.caseId, ...(await versionsOf(application)) },
    }),
  async PROPOSE_DECISION(by, application) {
    const { status } = application as { status?: string };
    const appeal = status === 'APPEALED' ? ({ kind: 'APPEAL', outcome: 'DISMISS' } as const) : {};
    const refusal = { outcome: 'REFUSE', validFrom: null, validTo: null, ...appeal } as const;
    const input = await draftOf({ desk, as: clients.caseworker }, application, refusal);
    return (await propose(by, input)).errors?.[0]?.extensions.code ?? 'DATA';
  },
  async SETTLE_PROPOSAL(by, { caseId }) {
    const shown = await proposalOf(clients.lead, caseId);
    return sent(by, APPROVE, {
      proposalId: shown?.id ?? '999999999',
      digest: shown?.digest ?? 'f'.repeat(64),
    });
  },
  REGISTER_APPEAL: async (by, application) =>
    sent(by, mutation('registerAppeal', 'RegisterAppealInput'), {
      ...{ caseId: application.caseId, ...(await versionsOf(application)) },
      ...{ receivedOn: today(), channel: 'LETTER', appellant: 'Prøve Person' },
    }),
  SETTLE_APPEAL: async (by, application) =>
    sent(by, mutation('forwardAppeal', 'ForwardAppealInput'), {
      ...{ caseId: application.caseId, ...(await versionsOf(application)), assessment: 'Ikke noe nytt.' },
    }),
};

async function offeredTo(by: Client, { caseId }: Application): Promise<readonly string[]> {
  const { data } = await by.send('query Menu($id: EntityId) { case(id: $id) { allowedActions } }', {
    id: caseId,
  });
  return data?.case?.allowedActions ?? [];
}

interface Tried {
  readonly said: string;
  readonly offered: boolean;
  readonly code: string;
}

async function tryAll(situation: string, caller: Caller): Promise<Tried[]> {
  const tried: Tried[] = [];
  for (const action of ACTIONS) {
    const application = await SITUATIONS[situation]?.(caller);
    if (!application) throw new Error(situation);
    const offered = (await offeredTo(clients[caller], application)).includes(action);
    const code = await CALLS[action](clients[caller], application);
    tried.push({ said: `${caller}, ${situation}: ${action} is answered ${code}`, offered, code });
  }
  return tried;
}

test('every step an application offers is taken, and every step it does not offer is refused for what it is', async () => {
  const pairs = Object.keys(SITUATIONS).flatMap(situation => CALLERS.map(caller => ({ situation, caller })));
  const tried = (await inParallel(pairs, ({ situation, caller }) => tryAll(situation, caller))).flat();
  const wrong = tried.filter(({ offered, code }) => (offered ? code !== 'DATA' : !REFUSALS.includes(code)));
  expect(wrong.map(({ said, offered }) => `${offered ? 'offered' : 'not offered'}: ${said}`)).toEqual([]);
  const seen = new Set(
    tried.filter(({ offered }) => offered).map(({ said }) => said.split(': ')[1]?.split(' ')[0]),
  );
  expect(seen).toEqual(new Set(ACTIONS));
}, 300_000);
