import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import type { Rehearsal } from './catalogue.provider.ts';
import { useRehearsal } from './useCatalogue.ts';

/** What a change would have done in twelve months, and would do to open cases, before it takes effect. */
export function RehearsalPanel({ id }: { id: string }) {
  const t = useT();
  const format = useFormat();
  const { data, error, refetch } = useRehearsal(id);
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape shape="panel" />;
  const { decisions, differCount, openCases, moveCount, since } = data;
  return (
    <Box sx={{ mt: 1.5, display: 'grid', gap: 1 }} role="status">
      <Typography>
        {t('catalogue.rehearsed', { differ: differCount, decisions, since: format.date(since) })}{' '}
        {t('catalogue.moves', { move: moveCount, open: openCases })}
      </Typography>
      {data.capped && <Typography>{t('catalogue.capped')}</Typography>}
      {data.reasons.length > 0 && (
        <Typography>
          {data.reasons
            .map(({ reason, count }) => `${t(`catalogue.reasons.${reason}`)}: ${count}`)
            .join(' · ')}
        </Typography>
      )}
      <Cases heading={t('catalogue.differing')} rows={data.differing} />
      <Cases heading={t('catalogue.moving')} rows={data.moving} />
      <Typography variant="caption" sx={{ color: 'desk.text2' }}>
        {t('catalogue.rehearsalNote')}
      </Typography>
    </Box>
  );
}

type Row = Pick<Rehearsal['moving'][number], 'caseId' | 'number' | 'reasons'>;

function Cases({ heading, rows }: { heading: string; rows: readonly Row[] }) {
  const t = useT();
  if (rows.length === 0) return null;
  return (
    <>
      <Typography variant="subtitle2">{heading}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {rows.map(({ caseId, number, reasons }, at) => (
          <li key={`${caseId}-${at}`}>
            <Link component={RouterLink} to={`/cases/${caseId}`}>
              {number}
            </Link>
            {`: ${reasons.map(reason => t(`catalogue.reasons.${reason}`)).join(', ')}`}
          </li>
        ))}
      </Box>
    </>
  );
}
