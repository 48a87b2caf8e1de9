import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import { useLanguage, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { BenchScreen } from './BenchScreen.tsx';
import { BenchShape } from './BenchShape.tsx';
import { getReasonCatalogue } from './image-review.provider.ts';
import { keepOnly } from './image-store.ts';
import { useBench } from './useNextCase.ts';

/** The bench: one pair of images, the facts it must agree with, the rules, and the decision. */
export function ImageBench() {
  const { id = '' } = useParams();
  const { key } = useLocation();
  // The last pair leaves the memory together with the page.
  useEffect(() => () => keepOnly([]), []);
  return <OpenCase key={`${id}-${key}`} id={id} />;
}

function OpenCase({ id }: { id: string }) {
  const t = useT();
  const language = useLanguage();
  const bench = useBench(id);
  const catalogue = useQuery({
    queryKey: ['reason-catalogue', language],
    queryFn: () => getReasonCatalogue(language),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: before => before,
  });
  const error = bench.data ? null : (bench.error ?? catalogue.error);
  const retry = () => {
    void bench.refetch();
    void catalogue.refetch();
  };
  if (error)
    return (
      <>
        <PageHead title={t('bench.title')} />
        <Box sx={{ px: 3 }}>
          <ErrorPanel error={error} title={t('bench.notLoaded')} onRetry={retry} />
        </Box>
      </>
    );
  if (!bench.data || !catalogue.data) return <BenchShape />;
  // A new pair starts afresh: what was chosen was about other pictures.
  const pair = bench.data.submission?.id;
  return <BenchScreen key={pair} bench={bench.data} catalogue={catalogue.data} />;
}
