import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { ChangedLines } from './ChangedLines.tsx';
import type { ExceptionChange } from './catalogue.documents.ts';
import { approveRule, withdrawRule } from './catalogue.provider.ts';
import { RehearsalPanel } from './RehearsalPanel.tsx';
import { useCatalogueWrite } from './useCatalogue.ts';
import { useRuleWords } from './useRuleWords.ts';

/** Changes on their way, each with what the reader may do about it. @param named among several rules: which one */
export function RuleChanges({
  changes,
  named = false,
}: {
  changes: readonly ExceptionChange[];
  named?: boolean;
}) {
  return changes.map(change => <Change key={change.id} change={change} named={named} />);
}

function Change({ change, named }: { change: ExceptionChange; named: boolean }) {
  const t = useT();
  const format = useFormat();
  const words = useRuleWords();
  const waits = change.state === 'WAITING';
  const state = waits
    ? t('settings.waiting')
    : t('settings.approvedBy', { name: change.approvedBy?.name ?? '' });
  const rule = (
    <Link component={RouterLink} to={`/catalogue/${change.code}`}>
      {words.say(change.rule.name)}
    </Link>
  );
  const line = { day: format.date(change.validFrom), name: change.proposedBy.name };
  return (
    <Notice tone={waits ? 'warn' : 'info'} title={named ? rule : state}>
      <Typography sx={{ mb: 1 }}>
        {named && `${state}. `}
        {t('catalogue.line', line)}
      </Typography>
      <ChangedLines change={change} />
      <Typography sx={{ color: 'desk.text2', mt: 1 }}>{change.grounds}</Typography>
      <Actions change={change} />
    </Notice>
  );
}

function Actions({ change }: { change: ExceptionChange }) {
  const t = useT();
  const may = useMay();
  const words = useRuleWords();
  const [open, setOpen] = useState<'withdraw' | 'rehearse' | null>(null);
  const approve = useCatalogueWrite(() => approveRule(change.id), t('settings.approved'));
  const button = (label: string, press: () => void) => (
    <Button
      variant="outlined"
      size="small"
      aria-label={`${label}: ${words.say(change.rule.name)}`}
      aria-disabled={approve.isPending}
      onClick={() => !approve.isPending && press()}
    >
      {label}
    </Button>
  );
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {may('catalogue', 'rehearse') &&
          button(t('catalogue.rehearse'), () => setOpen(open === 'rehearse' ? null : 'rehearse'))}
        {change.allowedActions.includes('APPROVE') &&
          button(t('settings.approve'), () => approve.mutate(undefined))}
        {change.allowedActions.includes('WITHDRAW') &&
          button(t('settings.withdraw'), () => setOpen('withdraw'))}
      </Box>
      {approve.error && <ErrorPanel error={approve.error} />}
      {open === 'rehearse' && <RehearsalPanel id={change.id} />}
      {open === 'withdraw' && <WithdrawDialog change={change} onClose={() => setOpen(null)} />}
    </>
  );
}

function WithdrawDialog({ change, onClose }: { change: ExceptionChange; onClose: () => void }) {
  const t = useT();
  const format = useFormat();
  const words = useRuleWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useCatalogueWrite(withdrawRule, t('settings.withdrawn'));
  const missing = tried && reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') withdraw.mutate({ id: change.id, reason }, { onSuccess: onClose });
  };
  const about = { value: words.say(change.rule.name), day: format.date(change.validFrom) };
  return (
    <FormDialog
      title={t('settings.withdrawTitle', about)}
      text={t('settings.withdrawText')}
      confirm={t('settings.withdraw')}
      busy={withdraw.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t('settings.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={missing}
        helperText={missing ? t('settings.reasonNeeded') : undefined}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
        autoFocus
      />
      {withdraw.error && <ErrorPanel error={withdraw.error} />}
    </FormDialog>
  );
}
