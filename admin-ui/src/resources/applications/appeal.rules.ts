/** What can be done about an appeal now, so that no button is offered that the server refuses. */
import type { Application } from './application.documents.ts';

export type Appeal = Application['appeals'][number];

/** The one that waits to be assessed here. */
export const openAppealOf = ({ status, appeals }: Pick<Application, 'status' | 'appeals'>): Appeal | null =>
  (status === 'APPEALED' && appeals.find(({ outcome }) => outcome === null)) || null;

/** The newest decision has a last day to appeal, and nobody has appealed it. */
export function mayBeAppealed({ decisions, appeals }: Pick<Application, 'decisions' | 'appeals'>): boolean {
  const newest = decisions[0];
  if (!newest?.appealDeadlineOn) return false;
  return !appeals.some(({ decisionId }) => decisionId === newest.id);
}
