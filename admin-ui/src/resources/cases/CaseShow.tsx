import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { lazy, Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { asDeskError } from '../../graphql/desk-error.ts';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { BarredNotice } from './BarredNotice.tsx';
import { CaseProvider } from './CaseContext.tsx';
import { CaseDialogs } from './CaseDialogs.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { CaseHead } from './CaseHead.tsx';
import { CaseShape } from './CaseShape.tsx';
import { CaseSide } from './CaseSide.tsx';
import { CaseWork } from './CaseWork.tsx';
import type { CaseDetail } from './case.documents.ts';
import { LostNotice } from './LostNotice.tsx';
import { useCase } from './useCase.ts';

const ApplicationPage = lazy(async () => ({
  default: (await import('../applications/ApplicationPage.tsx')).ApplicationPage,
}));

const InvoiceQueryPage = lazy(async () => ({
  default: (await import('../invoice-queries/InvoiceQueryPage.tsx')).InvoiceQueryPage,
}));

/** `/cases/:id`: everything about one case, and what can be done with it. */
export function CaseShow() {
  const { id = '' } = useParams();
  const may = useMay();
  const { data, error, refetch } = useCase(id);
  if (data?.kind === 'EXCEPTION' || data?.kind === 'APPROVAL')
    return (
      <Suspense fallback={<CaseShape />}>
        <ApplicationPage key={id} detail={data} />
      </Suspense>
    );
  if (data?.kind === 'INVOICE_QUERY' && may('invoice-query', 'read'))
    return (
      <Suspense fallback={<CaseShape />}>
        <InvoiceQueryPage key={id} detail={data} />
      </Suspense>
    );
  if (data) return <CasePage key={id} detail={data} />;
  if (error) return <NotShown error={error} onRetry={() => void refetch()} />;
  return <CaseShape />;
}

function NotShown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  const gone = ['NOT_FOUND', 'VALIDATION_FAILED'].includes(asDeskError(error).code);
  return (
    <>
      <PageHead title={t(gone ? 'casePage.notFound' : 'casePage.notLoaded')} />
      <Box sx={{ px: 3 }}>
        <ErrorPanel
          error={error}
          {...(!gone && { onRetry })}
          actions={
            <Button component={Link} to="/my-cases" variant="outlined" size="small">
              {t('cases.mine.title')}
            </Button>
          }
        />
      </Box>
    </>
  );
}

/** Facts, work and history side by side; under 1200 px the history becomes tabs beside the work. */
function CasePage({ detail }: { detail: CaseDetail }) {
  const t = useT();
  const wide = useMediaQuery('(min-width: 1200px)');
  return (
    <CaseProvider detail={detail}>
      <Box sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <CaseHead />
        <BarredNotice detail={detail} />
        <LostNotice />
        <Box
          sx={{
            flex: 1,
            minHeight: 0,
            display: 'grid',
            gridTemplateRows: 'minmax(0, 1fr)',
            gridTemplateColumns: wide ? '232px minmax(0, 1fr) 336px' : '216px minmax(0, 1fr)',
            '& > *': { minHeight: 0, minWidth: 0 },
          }}
        >
          <CaseFacts />
          {wide && (
            <Box
              component="section"
              aria-label={t('casePage.work')}
              tabIndex={0}
              sx={{ overflow: 'auto', p: '16px 20px' }}
            >
              <CaseWork />
            </Box>
          )}
          <CaseSide withWork={!wide} />
        </Box>
      </Box>
      <CaseDialogs />
    </CaseProvider>
  );
}
