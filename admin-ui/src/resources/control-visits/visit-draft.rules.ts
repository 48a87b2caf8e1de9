/** What is written of a control visit before it is sent, and whether it is enough. */
import { osloToday } from '../../shared/today.ts';
import type { ControlVisit } from './control-visit.documents.ts';

export const visitOutcomes = ['NO_FINDINGS', 'FINDINGS', 'ORDER_GIVEN', 'STOPPED'] as const;

export interface VisitDraft {
  /** Of the unit that was visited. */
  readonly orgNumber: string;
  readonly visitedOn: string;
  readonly place: string;
  readonly visitorIds: string[];
  readonly outcome: ControlVisit['outcome'];
  readonly findings: string;
  /** What was wrong in the one that is corrected. */
  readonly reason: string;
}

/** A correction begins with what stands there. */
export function draftOf(
  corrects: ControlVisit | null,
  { orgNumber, me }: { orgNumber: string; me: string },
): VisitDraft {
  return {
    orgNumber: corrects?.unit?.orgNumber ?? orgNumber,
    visitedOn: corrects?.visitedOn ?? osloToday(),
    place: corrects?.place ?? '',
    visitorIds: corrects?.visitors.map(({ id }) => id) ?? [me],
    outcome: corrects?.outcome ?? 'NO_FINDINGS',
    findings: corrects?.findings ?? '',
    reason: '',
  };
}

export const lacksFindings = ({ outcome, findings }: VisitDraft): boolean =>
  outcome !== 'NO_FINDINGS' && findings.trim() === '';

export const isReady = (draft: VisitDraft, correcting: boolean): boolean =>
  draft.visitedOn !== '' &&
  draft.visitorIds.length > 0 &&
  !lacksFindings(draft) &&
  !(correcting && draft.reason.trim() === '');
