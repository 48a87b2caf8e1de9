import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { XMarkIcon } from '@navikt/aksel-icons';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { AddDocument } from '../../shared/document-viewer/AddDocument.tsx';
import { useCaseDocuments } from '../../shared/document-viewer/case-documents.provider.ts';
import { DocumentList } from '../../shared/document-viewer/DocumentList.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { BarredNotice, useMyBar } from '../cases/BarredNotice.tsx';
import { CaseProvider } from '../cases/CaseContext.tsx';
import { CaseDialogs } from '../cases/CaseDialogs.tsx';
import { CaseShape } from '../cases/CaseShape.tsx';
import { CaseSide } from '../cases/CaseSide.tsx';
import type { CaseDetail } from '../cases/case.documents.ts';
import { LostNotice } from '../cases/LostNotice.tsx';
import { ControlVisits } from '../control-visits/ControlVisits.tsx';
import { AboutApplication } from './AboutApplication.tsx';
import { ApplicationProvider, type Tab as TabName, useApplicationDesk } from './ApplicationContext.tsx';
import { ApplicationDialogs } from './ApplicationDialogs.tsx';
import { ApplicationHead } from './ApplicationHead.tsx';
import { ApplicationNext } from './ApplicationNext.tsx';
import { ApprovalSteps } from './ApprovalSteps.tsx';
import { useApplicationOf } from './application.provider.ts';
import { isApprovalCode } from './approval.rules.ts';
import { CardCoverage } from './CardCoverage.tsx';
import { Checklist } from './Checklist.tsx';
import { Conditions } from './Conditions.tsx';
import { Decided } from './Decided.tsx';
import { DecisionProvider, useDecision } from './DecisionContext.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { FourEyes } from './FourEyes.tsx';
import { LetterColumn } from './LetterColumn.tsx';
import { NamedWorkers } from './NamedWorkers.tsx';
import { PaperView } from './PaperView.tsx';
import { Precedents } from './Precedents.tsx';
import { ProposalPanel } from './ProposalPanel.tsx';
import { RegisterFacts } from './RegisterFacts.tsx';
import { ReturnedLetters } from './ReturnedLetters.tsx';

/** An application, for an exception or for approval of a firm, at `/cases/:id`: papers beside the claim, the registers, the decision and its letter. */
export function ApplicationPage({ detail }: { detail: CaseDetail }) {
  const { data, error, refetch } = useApplicationOf(detail.id);
  if (error && !data)
    return (
      <Box sx={{ p: 3 }}>
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      </Box>
    );
  if (!data) return <CaseShape />;
  return (
    <CaseProvider detail={detail}>
      <ApplicationProvider application={data}>
        <DecisionProvider>
          <Page />
        </DecisionProvider>
      </ApplicationProvider>
    </CaseProvider>
  );
}

function Page() {
  const wide = useMediaQuery('(min-width: 1200px)');
  useFirstPaper();
  return (
    <>
      <Box sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <ApplicationHead />
        <Next />
        <LostNotice />
        <Box
          sx={{
            ...{ flex: 1, minHeight: 0, display: 'grid', gridTemplateRows: 'minmax(0, 1fr)' },
            gridTemplateColumns: wide ? '296px minmax(0, 1fr) minmax(560px, 628px)' : '280px minmax(0, 1fr)',
            '& > *': { minHeight: 0, minWidth: 0 },
          }}
        >
          <Left />
          {wide && <Paper />}
          {wide ? <Work /> : <Narrow />}
        </Box>
      </Box>
      {wide && <History />}
      <ApplicationDialogs />
      <CaseDialogs />
    </>
  );
}

/** What happens next with it; whoever is barred is told that instead of what she could do. */
function Next() {
  const { detail } = useApplicationDesk();
  return useMyBar(detail) ? <BarredNotice detail={detail} /> : <ApplicationNext />;
}

/** The first paper stands open from the start; a change of the list never changes what is read. */
function useFirstPaper() {
  const { detail, shownId, show } = useApplicationDesk();
  const { data } = useCaseDocuments(detail.id);
  const first = data?.mayOpen ? data.documents.find(({ struck }) => !struck)?.id : undefined;
  useEffect(() => {
    if (shownId === null && first) show(first);
  }, [shownId, first, show]);
}

function Left() {
  const t = useT();
  const may = useMay();
  const { application, detail, shownId, show } = useApplicationDesk();
  return (
    <Box
      component="section"
      aria-label={t('applications.facts.side')}
      tabIndex={0}
      sx={{ overflow: 'auto', p: '14px 16px 12px 20px', display: 'grid', gap: 2.25, alignContent: 'start' }}
    >
      <Claimed />
      <Box sx={{ display: 'grid', gap: 1 }}>
        <DocumentList caseId={detail.id} shownId={shownId} onShow={show} />
        <AddDocument caseId={detail.id} />
        {may('document', 'read') && (
          <Link component={RouterLink} to={`/documents/${detail.id}`} sx={{ justifySelf: 'start' }}>
            {t('applications.ownPage')}
          </Link>
        )}
      </Box>
      <RegisterFacts />
      <AboutApplication application={application} />
    </Box>
  );
}

function Paper() {
  const { detail, shownId } = useApplicationDesk();
  return <PaperView caseId={detail.id} documentId={shownId} />;
}

/** What is asked for: papers of an exception, conditions and cards of an approval. */
function Claimed() {
  const { application } = useApplicationDesk();
  if (!isApprovalCode(application.code)) return <Checklist application={application} />;
  return (
    <>
      <ApprovalSteps />
      <Conditions />
      {application.coverage && <CardCoverage coverage={application.coverage} />}
      <NamedWorkers workers={application.workers} />
      <Visits />
    </>
  );
}

/** What the authority has seen at the firm itself. */
function Visits() {
  const t = useT();
  const id = useId();
  const may = useMay();
  const { application } = useApplicationDesk();
  if (!may('visit', 'read')) return null;
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography id={id} variant="h2" sx={{ mb: 0.75 }}>
        {t('visits.title')}
      </Typography>
      <ControlVisits orgNumber={application.firm.orgNumber} />
    </Box>
  );
}

/** What is done with it now: a decision is written, or read by the second signer, or stands. */
function Deciding() {
  const { application } = useApplicationDesk();
  const { allowed } = useDecision();
  return (
    <>
      <ReturnedLetters />
      {allowed && <DecisionPanel />}
      {application.status === 'FOR_APPROVAL' && <ProposalPanel />}
      <Decided />
    </>
  );
}

/** The decision above, its letter and the four eyes below; similar decisions one press away. */
function Work() {
  const t = useT();
  const [view, setView] = useState<'decision' | 'precedents'>('decision');
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', bgcolor: 'desk.tint' }}>
      <Tabs
        value={view}
        onChange={(_, next: typeof view) => setView(next)}
        aria-label={t('applications.tab.label')}
        sx={{ px: 1.5, flex: 'none', bgcolor: 'background.paper' }}
      >
        <Tab value="decision" label={t('applications.tab.decision')} />
        <Tab value="precedents" label={t('applications.tab.precedents')} />
      </Tabs>
      {view === 'precedents' ? (
        <Scrolled label={t('applications.precedents.title')}>
          <Box sx={{ p: '14px 20px' }}>
            <Typography variant="h2">{t('applications.precedents.title')}</Typography>
            <Precedents />
          </Box>
        </Scrolled>
      ) : (
        <Scrolled label={t('applications.tab.decision')}>
          <Deciding />
          <Lower />
        </Scrolled>
      )}
    </Box>
  );
}

function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{ flex: 1, minHeight: 0, overflow: 'auto', bgcolor: 'background.paper' }}
    >
      {children}
    </Box>
  );
}

function Lower() {
  const { application } = useApplicationDesk();
  const { preview } = useDecision();
  if (!preview && application.status !== 'FOR_APPROVAL') return null;
  return (
    <Box
      sx={{
        ...{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 240px', bgcolor: 'desk.tint' },
        ...{ borderTop: 1, borderColor: 'desk.line', alignItems: 'start' },
      }}
    >
      <LetterColumn />
      <FourEyes />
    </Box>
  );
}

const TABS: readonly TabName[] = ['papers', 'decision', 'letter', 'precedents', 'history'];

/** Under 1200 px everything but the facts is a tab. */
function Narrow() {
  const t = useT();
  const id = useId();
  const [tab, setTab] = useState<TabName>('papers');
  const contents: Record<TabName, () => ReactNode> = {
    papers: () => <Paper />,
    decision: () => <Deciding />,
    letter: () => (
      <>
        <LetterColumn />
        <FourEyes />
      </>
    ),
    precedents: () => (
      <Box sx={{ p: 2 }}>
        <Precedents />
      </Box>
    ),
    history: () => <CaseSide withWork={false} />,
  };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', borderLeft: 1, borderColor: 'desk.line' }}>
      <Tabs
        value={tab}
        onChange={(_, next: TabName) => setTab(next)}
        aria-label={t('applications.tab.label')}
        variant="scrollable"
        scrollButtons={false}
        sx={{ px: 1, flex: 'none' }}
      >
        {TABS.map(name => (
          <Tab
            key={name}
            value={name}
            id={`${id}-${name}`}
            aria-controls={`${id}-panel`}
            label={t(`applications.tab.${name}`)}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${tab}`}
        tabIndex={0}
        sx={{
          ...{ flex: 1, minHeight: 0, overflow: 'auto', display: 'grid' },
          alignContent: tab === 'papers' || tab === 'history' ? 'stretch' : 'start',
        }}
      >
        {contents[tab]()}
      </Box>
    </Box>
  );
}

/** What has happened and what was noted, over the page and away again. */
function History() {
  const t = useT();
  const { history, setHistory } = useApplicationDesk();
  return (
    <Drawer
      anchor="right"
      open={history}
      onClose={() => setHistory(false)}
      slotProps={{ paper: { 'aria-label': t('applications.history.title'), sx: { width: 400 } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', px: 2, pt: 1 }}>
        <Typography variant="h2">{t('applications.history.title')}</Typography>
        <IconButton aria-label={t('applications.history.close')} onClick={() => setHistory(false)}>
          <XMarkIcon aria-hidden />
        </IconButton>
      </Box>
      <CaseSide withWork={false} />
    </Drawer>
  );
}
