import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useWrite } from '../useWrite.ts';
import type { ChangeKind, ProposedChange } from './change.ts';

interface ChangeActionsProps<C extends ProposedChange> {
  change: C;
  kind: ChangeKind<C>;
}

/** What the reader may do about a change: look what it would have done, approve it, withdraw it. */
export function ChangeActions<C extends ProposedChange>({ change, kind }: ChangeActionsProps<C>) {
  const t = useT();
  const [open, setOpen] = useState<'withdraw' | 'rehearse' | null>(null);
  const approve = useWrite(() => kind.approve(change), { said: t('changes.approved'), keys: kind.keys });
  const button = (label: string, press: () => void) => (
    <Button
      variant="outlined"
      size="small"
      aria-label={`${label}: ${kind.about(change)}`}
      aria-disabled={approve.isPending}
      onClick={() => !approve.isPending && press()}
    >
      {label}
    </Button>
  );
  const may = (action: ProposedChange['allowedActions'][number]) => change.allowedActions.includes(action);
  if (!kind.rehearsal && change.allowedActions.length === 0) return null;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {kind.rehearsal &&
          button(t('changes.rehearse'), () => setOpen(open === 'rehearse' ? null : 'rehearse'))}
        {may('APPROVE') && button(t('changes.approve'), () => approve.mutate(undefined))}
        {may('WITHDRAW') && button(t('changes.withdraw'), () => setOpen('withdraw'))}
      </Box>
      {approve.error && <ErrorPanel error={approve.error} />}
      {open === 'rehearse' && kind.rehearsal?.(change)}
      {open === 'withdraw' && <WithdrawDialog change={change} kind={kind} onClose={() => setOpen(null)} />}
    </>
  );
}

function WithdrawDialog<C extends ProposedChange>({
  change,
  kind,
  onClose,
}: ChangeActionsProps<C> & { onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useWrite(() => kind.withdraw(change, reason), {
    said: t('changes.withdrawn'),
    keys: kind.keys,
  });
  const missing = tried && reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') withdraw.mutate(undefined, { onSuccess: onClose });
  };
  const about = { value: kind.about(change), day: format.date(change.validFrom) };
  return (
    <FormDialog
      title={t('changes.withdrawTitle', about)}
      text={t('changes.withdrawText')}
      confirm={t('changes.withdraw')}
      busy={withdraw.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t('changes.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={missing}
        helperText={missing ? t('changes.reasonNeeded') : undefined}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
        autoFocus
      />
      {withdraw.error && <ErrorPanel error={withdraw.error} />}
    </FormDialog>
  );
}
