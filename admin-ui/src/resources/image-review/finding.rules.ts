import type { MessageKey } from '../../i18n/index.ts';
import type { Finding, ReasonCode } from './image-review.documents.ts';

export interface FindingWords {
  level: Finding['level'];
  key: MessageKey;
  n: number;
}

type Measured = Partial<Record<ReasonCode, (finding: Finding, n: number | null) => MessageKey>>;

// The server measures numbers; what they mean is said here, in the reader's language.
const measured: Measured = {
  PH_LIGHT: ({ level }, n) =>
    n === null ? 'bench.finding.dark' : level === 'REMARK' ? 'bench.finding.uneven' : 'bench.finding.even',
  PH_BACKGROUND: ({ level }) =>
    level === 'REMARK' ? 'bench.finding.shadow' : 'bench.finding.lightBackground',
  PH_QUALITY: ({ level }) => (level === 'REMARK' ? 'bench.finding.blurred' : 'bench.finding.sharp'),
  ID_UNREADABLE: () => 'bench.finding.blurred',
};

/** What is said beside a reason. Without a measurement only a person can judge; "no remark" never means approved. */
export function findingWords(findings: readonly Finding[], code: ReasonCode): FindingWords {
  const finding = findings.find(({ reason }) => reason === code);
  if (!finding || finding.level === 'HUMAN') return { level: 'HUMAN', key: 'bench.finding.judge', n: 0 };
  const parsed = Number.parseFloat(finding.value ?? '');
  const n = Number.isFinite(parsed) ? parsed : null;
  const plain = finding.level === 'REMARK' ? 'bench.finding.remark' : 'bench.finding.clear';
  return { level: finding.level, key: measured[code]?.(finding, n) ?? plain, n: n ?? 0 };
}

/** The boxes to draw on one picture: remarks only. */
export function boxesOn(findings: readonly Finding[], part: 'PHOTO' | 'ID') {
  return findings.flatMap(({ reason, level, box }) =>
    level === 'REMARK' && box && (box.part === part || box.part === 'BOTH') ? [{ reason, box }] : [],
  );
}
