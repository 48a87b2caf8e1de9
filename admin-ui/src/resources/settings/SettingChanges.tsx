import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import type { SchemeSettings, Setting, SettingChange } from './setting.documents.ts';
import { approveSetting, withdrawSetting } from './setting.provider.ts';
import { useSettingWrite } from './useSettings.ts';
import { useSettingWords } from './useSettingWords.ts';

interface SettingChangesProps {
  page: SchemeSettings;
  changes: readonly SettingChange[];
  /** Among several rules: which one. */
  named?: boolean;
}

/** Changes on their way, each with what the reader may do about it. */
export function SettingChanges({ page, changes, named = false }: SettingChangesProps) {
  return changes.map(change => {
    const setting = page.settings.find(({ key }) => key === change.key);
    return setting && <Change key={change.id} setting={setting} change={change} named={named} />;
  });
}

function useValue(setting: Setting, change: SettingChange): string {
  const words = useSettingWords();
  const value = words.value(setting, change.value);
  return change.scheme ? `${value} (${words.scheme(change.scheme)})` : value;
}

function Change({ setting, change, named }: { setting: Setting; change: SettingChange; named: boolean }) {
  const t = useT();
  const when = useWhen();
  const words = useSettingWords();
  const line = t('settings.line', {
    value: useValue(setting, change),
    day: words.from(change.validFrom),
    name: change.proposedBy.name,
    when: when(change.proposedAt),
  });
  const rule = (
    <Link component={RouterLink} to={`/rules/${change.key}`}>
      {t(`settings.name.${change.key}`)}
    </Link>
  );
  const waits = change.state === 'WAITING';
  const state = waits
    ? t('settings.waiting')
    : t('settings.approvedBy', { name: change.approvedBy?.name ?? '' });
  return (
    <Notice tone={waits ? 'warn' : 'info'} title={named ? rule : state}>
      <Typography>{named ? `${state}: ${line}` : line}</Typography>
      <Typography sx={{ color: 'desk.text2' }}>{change.grounds}</Typography>
      <ChangeActions setting={setting} change={change} />
    </Notice>
  );
}

function ChangeActions({ setting, change }: { setting: Setting; change: SettingChange }) {
  const t = useT();
  const [withdrawing, setWithdrawing] = useState(false);
  const approve = useSettingWrite(() => approveSetting(change.id), t('settings.approved'));
  const about = `${t(`settings.name.${change.key}`)}, ${useValue(setting, change)}`;
  const button = (label: string, press: () => void) => (
    <Button
      variant="outlined"
      size="small"
      aria-label={`${label}: ${about}`}
      aria-disabled={approve.isPending}
      onClick={() => !approve.isPending && press()}
    >
      {label}
    </Button>
  );
  if (change.allowedActions.length === 0) return null;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {change.allowedActions.includes('APPROVE') &&
          button(t('settings.approve'), () => approve.mutate(undefined))}
        {change.allowedActions.includes('WITHDRAW') &&
          button(t('settings.withdraw'), () => setWithdrawing(true))}
      </Box>
      {approve.error && <ErrorPanel error={approve.error} />}
      {withdrawing && (
        <WithdrawDialog setting={setting} change={change} onClose={() => setWithdrawing(false)} />
      )}
    </>
  );
}

interface WithdrawDialogProps {
  setting: Setting;
  change: SettingChange;
  onClose: () => void;
}

function WithdrawDialog({ setting, change, onClose }: WithdrawDialogProps) {
  const t = useT();
  const words = useSettingWords();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const withdraw = useSettingWrite(withdrawSetting, t('settings.withdrawn'));
  const missing = tried && reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') withdraw.mutate({ id: change.id, reason }, { onSuccess: onClose });
  };
  const about = { value: useValue(setting, change), day: words.from(change.validFrom) };
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
