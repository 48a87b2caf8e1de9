import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { Notice } from '../Notice.tsx';
import { ChangeActions } from './ChangeActions.tsx';
import { type ChangeKind, isComing, type ProposedChange } from './change.ts';

interface ComingChangesProps<C extends ProposedChange> {
  changes: readonly C[];
  kind: ChangeKind<C>;
  /** Among several: which one; and nothing at all is said where none is coming. */
  named?: boolean;
}

/** Changes on their way, each with what the reader may do about it. */
export function ComingChanges<C extends ProposedChange>({
  changes,
  kind,
  named = false,
}: ComingChangesProps<C>) {
  const t = useT();
  const id = useId();
  const coming = changes.filter(isComing);
  if (named && coming.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id={id}>
        {t('changes.coming')}
      </Typography>
      {coming.length === 0 && <Typography>{t('changes.comingNone')}</Typography>}
      {coming.map(change => (
        <Change key={change.id} change={change} kind={kind} named={named} />
      ))}
    </Box>
  );
}

interface ChangeProps<C extends ProposedChange> {
  change: C;
  kind: ChangeKind<C>;
  named: boolean;
}

function Change<C extends ProposedChange>({ change, kind, named }: ChangeProps<C>) {
  const t = useT();
  const waits = change.state === 'WAITING';
  const state = waits
    ? t('changes.waiting')
    : t('changes.approvedBy', { name: change.approvedBy?.name ?? '' });
  const title = named ? (
    <Link component={RouterLink} to={kind.to(change)}>
      {kind.name(change)}
    </Link>
  ) : (
    state
  );
  return (
    <Notice tone={waits ? 'warn' : 'info'} title={title}>
      <Typography sx={{ mb: 1 }}>
        {named && `${state}. `}
        {kind.line(change)}
      </Typography>
      {kind.more?.(change)}
      <Typography sx={{ color: 'desk.text2', mt: 1 }}>{change.grounds}</Typography>
      <ChangeActions change={change} kind={kind} />
    </Notice>
  );
}
