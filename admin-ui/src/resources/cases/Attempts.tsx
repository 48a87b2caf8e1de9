import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { ImageIcon } from '@navikt/aksel-icons';
import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { useCaseDesk } from './CaseContext.tsx';
import type { Submission } from './case.documents.ts';
import { DecisionText } from './DecisionText.tsx';
import { Thumbnail } from './Thumbnail.tsx';

const shapes: Record<Submission['status'], StatusShape> = {
  AWAITING_REVIEW: 'ready',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  STOPPED: 'rejected',
};

export function SubmissionChip({ status }: Pick<Submission, 'status'>) {
  const t = useT();
  return <StatusChip shape={shapes[status]}>{t(`enums.submissionStatus.${status}`)}</StatusChip>;
}

/** As the desk's retention has it: images go so long after what was decided about them. */
const KEPT_MS = 30 * 86_400_000;
const isErasedBy = ({ decision }: Submission, now: number) =>
  decision !== null && Date.parse(decision.decidedAt) + KEPT_MS < now;

/** The pairs that have come, the newest first, each with what was decided about it. */
export function Attempts() {
  const t = useT();
  const may = useMay();
  const { detail } = useCaseDesk();
  const hidden = !may('image-submission', 'read');
  if (detail.submissions.length === 0)
    return (
      <Panel title={t('casePage.images.title')}>
        <EmptyState
          icon={<ImageIcon aria-hidden fontSize="1.5rem" />}
          title={t(hidden ? 'casePage.images.hidden' : 'casePage.images.none')}
          text={t(hidden ? 'casePage.images.hiddenText' : 'casePage.images.noneText')}
        />
      </Panel>
    );
  return detail.submissions.map((submission, index) => (
    <Attempt key={submission.id} submission={submission} newest={index === 0} />
  ));
}

function Attempt({ submission, newest }: { submission: Submission; newest: boolean }) {
  const t = useT();
  const when = useWhen();
  const { detail, open } = useCaseDesk();
  const { attempt, photo, identification } = submission;
  const title = t('cases.attempt', { n: attempt });
  return (
    <Panel
      title={title}
      end={
        <>
          <SubmissionChip status={submission.status} />
          {newest && !detail.allowedActions.includes('APPROVE_IMAGES') && (
            <Button
              component={Link}
              to={`/bench/${detail.id}`}
              variant="outlined"
              color="inherit"
              size="small"
            >
              {t('casePage.action.OPEN_BENCH')}
            </Button>
          )}
        </>
      }
    >
      <Box
        sx={{ display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: 2.5, alignItems: 'start' }}
      >
        <Box sx={{ display: 'flex', gap: 1 }}>
          {[
            { part: 'PHOTO' as const, image: photo },
            { part: 'ID' as const, image: identification },
          ].map(({ part, image }) => (
            <Thumbnail
              key={part}
              url={image.thumbnailUrl}
              name={t('casePage.images.open', { part: t(`enums.imagePart.${part}`), attempt: title })}
              wide={part === 'ID'}
              old={isErasedBy(submission, Date.now())}
              onOpen={() => open({ name: 'IMAGES', attempt })}
            />
          ))}
        </Box>
        <Box sx={{ display: 'grid', gap: 0.75 }}>
          <Typography sx={{ color: 'desk.text2' }}>
            {t(`casePage.images.arrived.${submission.channel}`, { when: when(submission.submittedAt) })}
          </Typography>
          {submission.decision ? (
            <DecisionText decision={submission.decision} />
          ) : (
            <Findings submission={submission} />
          )}
        </Box>
      </Box>
    </Panel>
  );
}

function Findings({ submission }: { submission: Submission }) {
  const t = useT();
  const remarks = submission.findings.filter(finding => finding.level === 'REMARK').length;
  return (
    <Typography>
      {remarks > 0 ? t('casePage.images.remarks', { smart_count: remarks }) : t('casePage.images.noRemarks')}
    </Typography>
  );
}
