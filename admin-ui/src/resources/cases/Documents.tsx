import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { ImageIcon } from '@navikt/aksel-icons';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { SubmissionChip } from './Attempts.tsx';
import { useCaseDesk } from './CaseContext.tsx';

/** What has come in: one line a pair. */
export function Documents() {
  const t = useT();
  const when = useWhen();
  const may = useMay();
  const { detail, open } = useCaseDesk();
  const hidden = detail.kind === 'IMAGE_REVIEW' && !may('image-submission', 'read');
  if (detail.submissions.length === 0)
    return (
      <EmptyState
        icon={<ImageIcon aria-hidden fontSize="1.5rem" />}
        title={t(hidden ? 'casePage.images.hidden' : 'casePage.documents.none')}
        text={t(hidden ? 'casePage.images.hiddenText' : 'casePage.documents.noneText')}
      />
    );
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {detail.submissions.map(({ id, attempt, status, channel, submittedAt }) => (
        <Box
          key={id}
          component="li"
          sx={{ display: 'flex', gap: 1, py: 1, '& + &': { borderTop: 1, borderColor: 'desk.line' } }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Link
              component="button"
              onClick={() => open({ name: 'IMAGES', attempt })}
              sx={{ textAlign: 'left', font: 'inherit' }}
            >
              {t('casePage.documents.pair', { n: attempt })}
            </Link>
            <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'desk.text2' }}>
              {t(`casePage.images.arrived.${channel}`, { when: when(submittedAt) })}
            </Box>
          </Box>
          <SubmissionChip status={status} />
        </Box>
      ))}
    </Box>
  );
}
