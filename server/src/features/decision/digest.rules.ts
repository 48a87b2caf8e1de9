/** What an approval is bound to: exactly what was seen. Change a version, a byte, a register's word or the letter, and it falls (domain section 10). */
import type { LetterContent } from '../letter/letter-content.rules.ts';
import { type DecisionContent, digestOf } from './decision.rules.ts';
import type { DecisionBasis } from './decision-basis.store.ts';

/** @param letter as its proposer signed it, on the day it was proposed */
export function proposalDigest(
  { application, documents, registers, rule }: DecisionBasis,
  content: DecisionContent,
  letter: LetterContent,
): Buffer {
  const { id, version, code, person_id, firm_id, related_person_id, received_on } = application;
  return digestOf({
    application: { id, version, code, person_id, firm_id, related_person_id, received_on },
    documents: documents.map(({ versionId, sha256 }) => [versionId, sha256]),
    registers,
    rule: { id: rule.id, validFrom: rule.validFrom },
    content,
    letter,
  });
}

/** What the approver has before her eyes: the proposal, and the letter with her name and today's date. */
export const approvalDigest = (proposal: Buffer, letter: LetterContent): string =>
  digestOf([proposal.toString('hex'), letter]).toString('hex');
