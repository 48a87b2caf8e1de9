import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import { Notice } from '../../shared/Notice.tsx';
import type { CaseDetail } from './case.documents.ts';

export type Barring = Pick<CaseDetail, 'barred' | 'takers'>;

/** The bar that keeps the reader from the case, if there is one. */
export function useMyBar({ barred }: Pick<CaseDetail, 'barred'>) {
  const me = useMe();
  return barred.find(({ staff }) => staff.id === me.id) ?? null;
}

const MOST_NAMES = 3;

/** Says plainly why the case is not the reader's, and who can take it (fvl. § 6). */
export function BarredNotice({ detail }: { detail: Barring }) {
  const t = useT();
  const bar = useMyBar(detail);
  if (!bar) return null;
  const { takers } = detail;
  const named = takers
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
    .join(', ');
  const names =
    takers.length > MOST_NAMES
      ? t('ties.barred.more', { names: named, n: takers.length - MOST_NAMES })
      : named;
  return (
    <Box sx={{ px: 2.5, py: 1 }}>
      <Notice tone="warn" role="status" title={t(`ties.barred.title.${bar.reason}`)}>
        <Typography>
          {t('ties.barred.text')}{' '}
          {takers.length > 0 ? t('ties.barred.takers', { names }) : t('ties.barred.noTakers')}
        </Typography>
        {bar.byTie && (
          <Typography sx={{ color: 'desk.text2' }}>
            {t('ties.barred.byTie')}{' '}
            <Link component={RouterLink} to="/my-ties">
              {t('ties.title')}
            </Link>
          </Typography>
        )}
      </Notice>
    </Box>
  );
}
