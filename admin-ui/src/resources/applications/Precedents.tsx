import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';
import type { Precedent } from './application.documents.ts';
import { getPrecedents } from './application.provider.ts';
import { useCodeName, useWords } from './application-words.ts';

const SHAPES: Readonly<Record<Precedent['outcome'], StatusShape>> = {
  GRANT: 'exception',
  REFUSE: 'rejected',
  DISMISS: 'rejected',
  WITHDRAW: 'notApplicable',
};

/** How the ten most similar applications were decided, and by which grounds; nobody is named. */
export function Precedents() {
  const t = useT();
  const { application } = useApplicationDesk();
  const { data, error, refetch } = useQuery({
    queryKey: ['precedents', application.id],
    queryFn: ({ signal }) => getPrecedents(application.id, signal),
    staleTime: 5 * 60_000,
  });
  if (error && !data)
    return (
      <ErrorPanel error={error} title={t('applications.precedents.failed')} onRetry={() => void refetch()} />
    );
  if (!data) return <LoadingShape shape="rows" rows={5} />;
  if (data.length === 0)
    return <Typography sx={{ color: 'desk.text2' }}>{t('applications.precedents.none')}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map(precedent => (
        <Line key={precedent.id} precedent={precedent} />
      ))}
    </Box>
  );
}

function Line({ precedent }: { precedent: Precedent }) {
  const t = useT();
  const format = useFormat();
  const words = useWords();
  const codeName = useCodeName();
  const { caseId, number, outcome, decidedOn, code, form, validTo, whileRole, grounds, alike } = precedent;
  const lasts = whileRole
    ? t('applications.precedents.whileRole')
    : validTo && t('applications.precedents.until', { date: format.date(validTo) });
  return (
    <Box component="li" sx={{ py: 1, borderBottom: 1, borderColor: 'desk.line' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
        <Link to={`/cases/${caseId}`}>{number}</Link>
        <StatusChip shape={SHAPES[outcome]}>{t(`applications.outcome.${outcome}`)}</StatusChip>
        <Typography variant="caption" sx={{ color: 'desk.text2', ml: 'auto' }}>
          {format.date(decidedOn)}
        </Typography>
      </Box>
      <Typography>{[codeName(code), form, lasts].filter(Boolean).join(', ')}</Typography>
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
        {grounds.map(ground => words(ground.label)).join(' · ') || t('applications.precedents.noGrounds')}
      </Typography>
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
        {alike.map(one => t(`applications.precedents.alike.${one}`)).join(', ')}
      </Typography>
    </Box>
  );
}
