import type { CaseAction, CaseDetail } from './case.documents.ts';
import { isLive } from './next-step.rules.ts';

/** Everything the head of the page can offer. `OPEN_BENCH` leads to the images; the rest are the server's actions. */
export type HeadAction = CaseAction | 'OPEN_BENCH' | 'REVOKE_UPLOAD_LINK';

/** What the menu offers, in this order, when the server allows it. */
const MENU: readonly HeadAction[] = [
  'OPEN_BENCH',
  'RESUME',
  'HOLD',
  'SEND_UPLOAD_LINK',
  'REVOKE_UPLOAD_LINK',
  'REGISTER_UPLOAD',
  'HAND_OVER',
  'SKIP',
  'RELEASE',
  'CLOSE',
  'REOPEN',
  'SET_PRIORITY',
  'SET_PROMISE',
  'LINK',
  'BAR',
];

function offered(detail: CaseDetail, now: number): Set<HeadAction> {
  const all = new Set<HeadAction>(detail.allowedActions);
  if (all.has('SEND_UPLOAD_LINK') && isLive(detail.uploadLink, now)) all.add('REVOKE_UPLOAD_LINK');
  if (detail.submissions.length > 0) all.add('OPEN_BENCH');
  return all;
}

/** The one thing to do now, or null when there is only looking. */
function primaryOf(detail: CaseDetail, can: Set<HeadAction>, now: number): HeadAction | null {
  if (can.has('TAKE')) return 'TAKE';
  if (can.has('APPROVE_IMAGES')) return 'OPEN_BENCH';
  if (can.has('RESUME')) return 'RESUME';
  if (can.has('SEND_UPLOAD_LINK') && !isLive(detail.uploadLink, now)) return 'SEND_UPLOAD_LINK';
  // An enquiry about an invoice ends with its answer, further down the page.
  if (can.has('CLOSE') && !can.has('ANSWER_QUERY')) return 'CLOSE';
  return can.has('REOPEN') ? 'REOPEN' : null;
}

export interface HeadActions {
  primary: HeadAction | null;
  secondary: HeadAction | null;
  more: HeadAction[];
}

/** The filled button, the one beside it, and the menu: strictly what the server allows. */
export function headActions(detail: CaseDetail, now: number): HeadActions {
  const can = offered(detail, now);
  const primary = primaryOf(detail, can, now);
  const secondary = can.has('HOLD') ? 'HOLD' : null;
  const more = MENU.filter(action => can.has(action) && action !== primary && action !== secondary);
  return { primary, secondary, more };
}
