import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { EnumOf } from '../../graphql/graphql.ts';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { pathOfQueue, useImageQueue } from '../../shared/queues.ts';
import { type Reason, ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { releaseCase, skipCase } from './image-review.provider.ts';
import type { BenchDesk } from './useBenchDesk.ts';

type SkipReason = EnumOf<'SkipReason'>;
type ReleaseReason = EnumOf<'ReleaseReason'>;

const skipReasons: readonly SkipReason[] = ['BARRED', 'NEED_COLLEAGUE', 'MISSING_INFORMATION', 'OTHER'];
const releaseReasons: readonly ReleaseReason[] = [
  'BARRED',
  'NEED_COLLEAGUE',
  'END_OF_DAY',
  'MISSING_INFORMATION',
  'OTHER',
];

/** Skip: the next case comes at once. Release: back to the queue, and nothing is taken. Both keep the draft. */
export function LeaveDialog({ desk, way }: { desk: BenchDesk; way: 'SKIP' | 'RELEASE' }) {
  const { id, number, version } = desk.bench.case;
  const t = useT();
  const navigate = useNavigate();
  const queue = useImageQueue();
  const skipping = way === 'SKIP';
  const leave = useMutation({
    mutationFn: async ({ reason, comment }: { reason: ReleaseReason; comment: string | null }) => {
      const input = { caseId: id, expectedVersion: version, comment };
      if (!skipping || reason === 'END_OF_DAY') await releaseCase({ ...input, reason });
      else await skipCase({ ...input, reason });
    },
    onSuccess: () => {
      announce(t(skipping ? 'bench.skipped' : 'bench.released', { number }));
      desk.setDialog(null);
      if (skipping) desk.goNext.mutate();
      else void navigate(`/queues/${pathOfQueue(queue)}`);
    },
  });
  const reasons: Reason<ReleaseReason>[] = skipping
    ? skipReasons.map(code => ({ code, label: t(`enums.skipReason.${code}`) }))
    : releaseReasons.map(code => ({ code, label: t(`enums.releaseReason.${code}`) }));
  return (
    <ReasonDialog
      open={desk.dialog === way}
      title={t(skipping ? 'bench.skipTitle' : 'bench.releaseTitle', { number })}
      text={t(skipping ? 'bench.skipText' : 'bench.releaseText')}
      reasons={reasons}
      confirm={t(skipping ? 'bench.skip' : 'bench.release')}
      busy={leave.isPending}
      error={leave.error}
      onClose={() => desk.setDialog(null)}
      onConfirm={(reason, comment) => leave.mutate({ reason, comment })}
    />
  );
}
