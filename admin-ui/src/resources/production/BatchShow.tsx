import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { LineTable } from './LineTable.tsx';
import { BatchState } from './ProductionList.tsx';
import type { Batch } from './production.documents.ts';
import { getBatch } from './production.provider.ts';

/** One batch: its days, its checksum, and what production said of each card. */
export function BatchShow() {
  const t = useT();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['production', 'batch', id],
    queryFn: ({ signal }) => getBatch(id, signal),
  });
  const crumb = (
    <Link component={RouterLink} to="/production">
      {t('production.title')}
    </Link>
  );
  return (
    <>
      <PageHead
        title={t('production.batch', { number: data?.batch.number ?? '' })}
        crumb={crumb}
        status={data && <BatchState batch={data.batch} />}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && <Facts batch={data.batch} />}
        {data && (
          <Box component="section" aria-labelledby="lines" sx={{ display: 'grid', gap: 1 }}>
            <Typography variant="h2" id="lines">
              {t('production.column.lines')}
            </Typography>
            <LineTable label={t('production.column.lines')} lines={data.lines} inBatch />
          </Box>
        )}
      </Box>
    </>
  );
}

function Facts({ batch }: { batch: Batch }) {
  const t = useT();
  const format = useFormat();
  const { madeAt, dueOn, sha256 } = batch;
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: 2 }}
    >
      <Fact label={t('production.column.made')} note={<Way batch={batch} />}>
        {format.dateTime(madeAt)}
      </Fact>
      <Fact label={t('production.column.due')}>{format.date(dueOn)}</Fact>
      <Fact label={t('production.checksum')}>
        <Box component="span" sx={{ fontFamily: 'monospace', fontSize: 12 }}>
          {sha256}
        </Box>
      </Fact>
    </Box>
  );
}

/** Put there by us, fetched by them, or neither yet. */
function Way({ batch: { fetchedAt, deliveredAt } }: { batch: Batch }) {
  const t = useT();
  const when = useWhen();
  if (fetchedAt) return t('production.fetched', { when: when(fetchedAt) });
  return deliveredAt ? t('production.delivered', { when: when(deliveredAt) }) : t('production.notFetched');
}
