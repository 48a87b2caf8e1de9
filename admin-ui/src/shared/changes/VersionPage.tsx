import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../DateField.tsx';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { LoadingShape } from '../LoadingShape.tsx';
import { PageHead } from '../PageHead.tsx';

interface VersionPageProps {
  title: string;
  lead?: string;
  /** The list it stands in. */
  list: { to: string; label: string };
  /** Absent for those who may not. */
  onPropose?: (() => void) | undefined;
  error?: unknown;
  onRetry?: () => void;
  /** What holds, what is coming, and what there has been; absent: on its way. */
  children?: ReactNode;
}

/** One thing with versions, and the one button that proposes another. */
export function VersionPage({ title, lead, list, onPropose, error, onRetry, children }: VersionPageProps) {
  const t = useT();
  const propose = onPropose && (
    <Button variant="contained" onClick={onPropose}>
      {t('changes.propose')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={title}
        crumb={
          <Link component={RouterLink} to={list.to}>
            {list.label}
          </Link>
        }
        lead={lead}
        actions={propose}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5, maxWidth: 860 }}>
        {error ? <ErrorPanel error={error} {...(onRetry ? { onRetry } : {})} /> : null}
        {children ?? (!error && <LoadingShape shape="panel" />)}
      </Box>
    </>
  );
}

/** The day of the address, and the field that changes it; none is today. */
export function useDayShown() {
  const [params, setParams] = useSearchParams();
  return {
    day: params.get('day'),
    field: (label: string, shown: string) => (
      <Box sx={{ width: 240 }}>
        <DateField
          label={label}
          value={shown}
          onChange={next => setParams(next ? { day: next } : {}, { replace: true })}
        />
      </Box>
    ),
  };
}
