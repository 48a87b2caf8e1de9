/** What an approver has before her: the letter as it would leave with her name, whether everything still stands, and what she has opened. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { DocumentKind } from '../exception-catalogue/exception-catalogue.enums.ts';
import { composeLetter, type LetterContent, type LetterFacts } from '../letter/letter-content.rules.ts';
import { ProposalPart } from './decision.enums.ts';
import { type ChosenTexts, chosenTexts, type DecisionBasis } from './decision-basis.store.ts';
import { decisionLetterFacts } from './decision-letter.rules.ts';
import { approvalDigest, proposalDigest } from './digest.rules.ts';
import { openedDocuments, type StoredProposal, seenParts } from './proposal.store.ts';

export interface PartSeen {
  readonly part: ProposalPart | 'DOCUMENT';
  /** Of a document. */
  readonly versionId: string | null;
  readonly documentKind: DocumentKind | null;
  /** When the proposer and the reader first opened it; null: not yet. */
  readonly byProposerAt: Date | null;
  readonly byMeAt: Date | null;
}

export interface ProposalView {
  readonly record: LetterFacts;
  readonly letter: LetterContent;
  readonly texts: ChosenTexts;
  readonly parts: readonly PartSeen[];
  /** Nothing it rests on has changed since it was proposed, and its proposer may still decide. */
  readonly stands: boolean;
  /** An approval names it. */
  readonly digest: string;
}

const BARRED = 'select is_barred($1, $2) as barred';

/** Texts are taken in the versions of today: one that has a newer version makes the proposal fall. */
export async function viewProposal(
  tx: Tx,
  { proposal, basis }: { readonly proposal: StoredProposal; readonly basis: DecisionBasis },
  { actor, today }: { readonly actor: Principal; readonly today: LocalDate },
): Promise<ProposalView> {
  const { content, letter: signed, digest, proposerName } = proposal;
  const { before: _, ...decided } = content;
  const texts = await chosenTexts(tx, basis.application, { content, day: today });
  const given = { content: decided, texts };
  const { language } = basis.application;
  const asProposed = composeLetter(
    decisionLetterFacts(basis, given, { date: signed.date, decider: proposerName, approver: null }),
    language,
    signed.textVersion,
  );
  const record = decisionLetterFacts(basis, given, {
    date: today,
    decider: proposerName,
    approver: actor.name,
  });
  const proposer = await tx.one<{ barred: boolean }>(BARRED, [proposal.caseId, proposal.proposedBy]);
  const letter = composeLetter(record, language, signed.textVersion);
  return {
    ...{ record, letter, texts },
    parts: await partsOf(tx, { proposal, basis, actor }),
    // Whoever proposed has been barred since: a colleague decides anew.
    stands: !proposer?.barred && !texts.unknown && proposalDigest(basis, decided, asProposed).equals(digest),
    digest: approvalDigest(digest, letter),
  };
}

interface Reader {
  readonly proposal: StoredProposal;
  readonly basis: DecisionBasis;
  readonly actor: Principal;
}

async function partsOf(tx: Tx, { proposal, basis, actor }: Reader): Promise<PartSeen[]> {
  const opened = await openedDocuments(tx, proposal.caseId, [proposal.proposedBy, actor.actorId]);
  const seen = await seenParts(tx, proposal.id);
  const at = <S extends { staffId: string; at: Date }>(rows: readonly S[], who: string | null) =>
    rows.find(({ staffId }) => staffId === who)?.at ?? null;
  const documents = basis.documents.map(({ versionId, kind }) => {
    const of = opened.filter(one => one.versionId === versionId);
    const times = { byProposerAt: at(of, proposal.proposedBy), byMeAt: at(of, actor.actorId) };
    return { part: 'DOCUMENT' as const, versionId, documentKind: kind, ...times };
  });
  const parts = Object.values(ProposalPart).map(part => {
    const byMeAt = at(
      seen.filter(one => one.part === part),
      actor.actorId,
    );
    // Whoever wrote it has seen it.
    return { part, versionId: null, documentKind: null, byProposerAt: proposal.proposedAt, byMeAt };
  });
  return [...documents, ...parts];
}
