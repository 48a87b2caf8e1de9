import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { BatchActions, BatchState } from './BatchActions.tsx';
import { ToLetters } from './BatchList.tsx';
import { LetterTable } from './LetterTable.tsx';
import type { PrintBatch } from './letter.documents.ts';
import { getBatch } from './letter.provider.ts';

/** One batch: its file, that it was posted, and the letters in it. */
export function BatchShow() {
  const t = useT();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['letters', 'batch', id],
    queryFn: ({ signal }) => getBatch(id, signal),
  });
  return (
    <>
      <PageHead
        title={t('letters.batch', { number: data?.batch.number ?? '' })}
        crumb={<ToLetters />}
        status={data && <BatchState batch={data.batch} />}
        actions={data && <BatchActions batch={data.batch} />}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && <Facts batch={data.batch} />}
        {data && (
          <div>
            <LetterTable label={t('letters.column.letters')} letters={data.letters} inBatch />
            <LoggedNote />
          </div>
        )}
      </Box>
    </>
  );
}

function Facts({ batch }: { batch: PrintBatch }) {
  const t = useT();
  const format = useFormat();
  const { madeAt, madeBy, letters, postedAt, postedBy, sha256 } = batch;
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: 2 }}
    >
      <Fact label={t('letters.column.made')} note={madeBy.name}>
        {format.dateTime(madeAt)}
      </Fact>
      <Fact label={t('letters.column.letters')} note={batch.protected && t('letters.onlyProtected')}>
        {format.number(letters)}
      </Fact>
      <Fact label={t('letters.column.posted')} note={postedBy?.name}>
        {postedAt ? format.dateTime(postedAt) : t('letters.notPosted')}
      </Fact>
      <Fact label={t('letters.checksum')}>
        <Box component="span" sx={{ fontFamily: 'monospace', fontSize: 12, overflowWrap: 'anywhere' }}>
          {sha256}
        </Box>
      </Fact>
    </Box>
  );
}
