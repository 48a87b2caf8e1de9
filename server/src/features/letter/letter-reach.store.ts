/** Whether the letters about a decision have reached their reader: no time to appeal runs where none has. For appeals and the page of an application. */

/** Every letter about it came back or was stopped, one at least by the post. @param decision its id, as SQL */
export const neverCame = (
  decision: string,
): string => `(exists (select from letter l where l.decision_id = ${decision} and l.status = 'RETURNED')
  and not exists (select from letter l where l.decision_id = ${decision} and l.status not in ('RETURNED', 'CANCELLED')))`;
