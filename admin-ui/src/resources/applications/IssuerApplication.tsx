import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link, Navigate, useParams } from 'react-router';
import { asDeskError } from '../../graphql/desk-error.ts';
import { useT } from '../../i18n/index.ts';
import { AddDocument } from '../../shared/document-viewer/AddDocument.tsx';
import { DocumentList } from '../../shared/document-viewer/DocumentList.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { AboutApplication } from './AboutApplication.tsx';
import { useOpensCases } from './ApplicationList.tsx';
import { ApplicationStatusChip } from './ApplicationStatusChip.tsx';
import type { Application } from './application.documents.ts';
import { useApplicationOf } from './application.provider.ts';
import { useCodeName } from './application-words.ts';
import { Checklist } from './Checklist.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { NextLine } from './NextLine.tsx';
import { PaperView } from './PaperView.tsx';

/** `/applications/:caseId`: an application as whoever registered it at the issuer follows it. */
export function IssuerApplication() {
  const { caseId = '' } = useParams();
  const opensCases = useOpensCases();
  const { data, error, refetch } = useApplicationOf(caseId);
  if (opensCases) return <Navigate to={`/cases/${caseId}`} replace />;
  if (data) return <Page key={caseId} application={data} />;
  if (error) return <NotShown error={error} onRetry={() => void refetch()} />;
  return (
    <Box sx={{ p: 3 }}>
      <LoadingShape shape="page" rows={8} />
    </Box>
  );
}

function NotShown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useT();
  const gone = ['NOT_FOUND', 'VALIDATION_FAILED'].includes(asDeskError(error).code);
  return (
    <>
      <PageHead title={t(gone ? 'applications.notFound' : 'applications.notLoaded')} />
      <Box sx={{ px: 3 }}>
        <ErrorPanel
          error={error}
          {...(!gone && { onRetry })}
          actions={
            <Button component={Link} to="/applications" variant="outlined" size="small">
              {t('applications.title')}
            </Button>
          }
        />
      </Box>
    </>
  );
}

function Page({ application }: { application: Application }) {
  const t = useT();
  const codeName = useCodeName();
  const [handing, setHanding] = useState(false);
  const [shownId, setShown] = useState<string | null>(null);
  const { number, caseId, status, mayHandOver, code, firm, person } = application;
  return (
    <Box sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <PageHead
        line
        crumb={<Link to="/applications">{t('applications.title')}</Link>}
        title={`${number} ${[person?.name, firm.name].filter(Boolean).join(', ')}`}
        status={<ApplicationStatusChip status={status} code={code} />}
        actions={
          mayHandOver && (
            <Button variant="contained" onClick={() => setHanding(true)}>
              {t('applications.issuer.handOver')}
            </Button>
          )
        }
      />
      <NextLine strong={codeName(code)} text={t(`applications.issuer.next.${status}`)} />
      <Box
        sx={{
          ...{ flex: 1, minHeight: 0, display: 'grid', gridTemplateRows: 'minmax(0, 1fr)' },
          gridTemplateColumns: mayHandOver ? '360px minmax(0, 1fr)' : 'minmax(0, 720px)',
        }}
      >
        <Box
          component="section"
          aria-label={t('applications.issuer.facts')}
          tabIndex={0}
          sx={{ overflow: 'auto', p: '14px 20px', display: 'grid', gap: 2.25, alignContent: 'start' }}
        >
          {mayHandOver && <Checklist application={application} />}
          {mayHandOver && (
            <Box sx={{ display: 'grid', gap: 1 }}>
              <DocumentList caseId={caseId} shownId={shownId} onShow={setShown} />
              <AddDocument caseId={caseId} />
            </Box>
          )}
          <AboutApplication application={application} />
        </Box>
        {mayHandOver && <PaperView caseId={caseId} documentId={shownId} />}
      </Box>
      {handing && <HandOverDialog application={application} onClose={() => setHanding(false)} />}
    </Box>
  );
}
