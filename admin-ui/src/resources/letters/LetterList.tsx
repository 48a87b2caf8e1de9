import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { usePolling } from '../../shared/activity.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { LetterTable } from './LetterTable.tsx';
import type { Letter, Letters } from './letter.documents.ts';
import { listLetters } from './letter.provider.ts';
import { MakeBatchDialog } from './MakeBatchDialog.tsx';

const POLL_MS = 30_000;

/** Tabs of the list; `open` has not reached its reader. */
const views = {
  open: ['QUEUED', 'SENDING', 'TO_PRINT', 'PRINTED'],
  print: ['TO_PRINT'],
  sent: ['SENT', 'DELIVERED'],
  returned: ['RETURNED'],
  stopped: ['CANCELLED'],
  all: null,
} as const satisfies Record<string, readonly Letter['status'][] | null>;
type View = keyof typeof views;

/** Brev: every letter of the authority, how far it has come, and what is to be put on paper. */
export function LetterList() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const given = params.get('view');
  const view: View = given && Object.hasOwn(views, given) ? (given as View) : 'open';
  const caseId = params.get('case');
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['letters', view, caseId, first, after],
    queryFn: ({ signal }) => {
      const status = views[view];
      return listLetters({ status: status && [...status], caseId }, { first, after }, signal);
    },
    refetchInterval: usePolling(POLL_MS),
    placeholderData: keepPreviousData,
  });
  const back = data?.returned.value ?? 0;
  const labelOf = (name: View) =>
    name === 'returned' && back > 0 ? t('letters.returnedCount', { n: back }) : t(`letters.view.${name}`);
  return (
    <>
      <PageHead
        title={t('letters.title')}
        lead={t('letters.lead')}
        actions={<Actions page={data ?? null} />}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 1.5 }}>
        <Tabs
          value={view}
          onChange={(_, next: View) => setParams({ view: next })}
          aria-label={t('letters.views')}
        >
          {(Object.keys(views) as View[]).map(name => (
            <Tab key={name} value={name} label={labelOf(name)} />
          ))}
        </Tabs>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data?.rows.length === 0 && <EmptyState title={t('letters.empty')} text={t('letters.emptyText')} />}
        {data && data.rows.length > 0 && (
          <div>
            <LetterTable label={t('letters.title')} letters={data.rows} />
            <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={data.count} />
            <LoggedNote />
          </div>
        )}
      </Box>
    </>
  );
}

/** What waits for paper; letters to persons with address protection are printed apart, by those who may see them. */
function Actions({ page }: { page: Letters | null }) {
  const t = useT();
  const may = useMay();
  const [making, setMaking] = useState<'open' | 'protected' | null>(null);
  if (!may('letter', 'print')) return null;
  const hidden = may('protected-person', 'read') ? page?.toPrintProtected : undefined;
  return (
    <>
      <Button component={Link} to="/letters/batches" variant="outlined">
        {t('letters.batches')}
      </Button>
      {hidden && hidden.value > 0 && (
        <Button variant="outlined" onClick={() => setMaking('protected')}>
          {t('letters.makeProtected')}
        </Button>
      )}
      {page && page.toPrint.value > 0 && (
        <Button variant="contained" onClick={() => setMaking('open')}>
          {t('letters.make')}
        </Button>
      )}
      {making && page && (
        <MakeBatchDialog
          count={making === 'open' ? page.toPrint : page.toPrintProtected}
          hidden={making === 'protected'}
          onClose={() => setMaking(null)}
        />
      )}
    </>
  );
}
