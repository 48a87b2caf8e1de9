import { describe, expect, it } from 'vitest';
import { nextKind } from './application-next.rules.ts';

const label = { nb: '', nn: '', en: '' };
const need = (met: boolean) => ({
  ...{ key: 'X', met, by: [], missing: [], label },
  ...{ wanting: !met, condition: null },
});
const exception = { code: 'AA_BOARD_CHAIR', approval: null, coverage: null } as const;
const open = {
  status: 'OPEN',
  reservation: { mine: true, until: '', by: { id: '1', name: '', initials: '' } },
} as const;
const nobody = { proposal: null, proposedByMe: false };
const under = (...met: boolean[]) =>
  ({ ...exception, status: 'UNDER_REVIEW', checklist: met.map(need) }) as const;

describe('the next step of an application', () => {
  it('is to decide when everything is there, and to ask when something is missing', () => {
    expect(nextKind(under(true, true), open, nobody)).toBe('ready');
    expect(nextKind(under(true, false), open, nobody)).toBe('missing');
  });

  it('is to take it when nobody has it, and only to look when a colleague has', () => {
    expect(nextKind(under(true), { ...open, reservation: null }, nobody)).toBe('free');
    const theirs = { ...open.reservation, mine: false };
    expect(nextKind(under(true), { ...open, reservation: theirs }, nobody)).toBe('theirs');
  });

  it('of a proposal is to approve for a leader, to wait for whoever proposed, and anew when something has changed', () => {
    const waits = { ...exception, status: 'FOR_APPROVAL' as const, checklist: [] };
    const proposal = { state: 'OPEN', stands: true, mayApprove: true } as const;
    expect(nextKind(waits, open, { proposal, proposedByMe: false })).toBe('approval');
    const mine = { proposal: { ...proposal, mayApprove: false }, proposedByMe: true };
    expect(nextKind(waits, open, mine)).toBe('mine');
    expect(nextKind(waits, open, { ...mine, proposedByMe: false })).toBe('waitsApproval');
    expect(nextKind(waits, open, { proposal: { ...proposal, stands: false }, proposedByMe: false })).toBe(
      'fell',
    );
  });

  it('of what is decided says how, and an appeal is assessed anew', () => {
    const closed = { status: 'CLOSED', reservation: null } as const;
    expect(nextKind({ ...exception, status: 'REFUSED', checklist: [] }, closed, nobody)).toBe('decided');
    expect(nextKind({ ...exception, status: 'APPEALED', checklist: [] }, open, nobody)).toBe('appealed');
    expect(nextKind({ ...exception, status: 'AWAITING_DOCUMENTS', checklist: [] }, closed, nobody)).toBe(
      'awaiting',
    );
  });

  it('of an approval goes from the conditions over the cards to the decision', () => {
    const coverage = { known: 2, covered: 0, wanted: 2, ready: false, waiting: [] };
    const firm = {
      ...under(true),
      code: 'CLEANING_FIRM',
      approval: 'APPLICATION_IN_PROGRESS',
      coverage,
    } as const;
    expect(nextKind({ ...firm, checklist: [need(false)] }, open, nobody)).toBe('conditions');
    expect(nextKind(firm, open, nobody)).toBe('toOpen');
    expect(nextKind({ ...firm, approval: 'CARD_ORDER_IN_PROGRESS' }, open, nobody)).toBe('cards');
    expect(nextKind({ ...firm, status: 'CARD_ORDERING' }, open, nobody)).toBe('cards');
    expect(nextKind({ ...firm, coverage: { ...coverage, ready: true } }, open, nobody)).toBe('ready');
    expect(nextKind({ ...firm, code: 'STAFFING_AGENCY', coverage: null }, open, nobody)).toBe('ready');
  });
});
