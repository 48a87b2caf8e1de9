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
import { useWrite } from '../../shared/useWrite.ts';
import type { StaffGrant as Grant, StaffUser } from './staff.documents.ts';
import { approveStaffGrant, rejectStaffGrant, withdrawStaffGrant } from './staff.provider.ts';

interface StaffGrantProps {
  user: StaffUser;
  /** In a list: whose roles they are. */
  named?: boolean;
}

/** Roles that wait for another administrator, with what may be done about it; or why the last ones were rejected. */
export function StaffGrant({ user, named = false }: StaffGrantProps) {
  const t = useT();
  const when = useWhen();
  const grant = user.lastGrant;
  if (!grant || grant.outcome === 'APPROVED' || grant.outcome === 'WITHDRAWN') return null;
  const roles = grant.roles.map(role => t(`enums.role.${role}`)).join(', ');
  if (grant.outcome === 'REJECTED') {
    const by = { roles, name: grant.decidedBy?.name ?? '', when: when(grant.decidedAt ?? grant.proposedAt) };
    return (
      <Notice tone="info" title={t('staff.grant.rejected', by)}>
        <Typography>{grant.reason}</Typography>
      </Notice>
    );
  }
  const line = t('staff.grant.waiting', { roles, name: grant.proposedBy.name, when: when(grant.proposedAt) });
  const person = (
    <Link component={RouterLink} to={`/staff/${user.id}`}>
      {user.name}
    </Link>
  );
  return (
    <Notice tone="warn" title={named ? person : line}>
      {named && <Typography>{line}</Typography>}
      <GrantActions user={user} grant={grant} roles={roles} />
    </Notice>
  );
}

const KEYS = ['staff', 'menu-counts'];

function GrantActions({ user, grant, roles }: { user: StaffUser; grant: Grant; roles: string }) {
  const t = useT();
  const [rejecting, setRejecting] = useState(false);
  const seen = { id: grant.id, expectedVersion: user.version };
  const approve = useWrite(() => approveStaffGrant(seen), {
    said: t('staff.grant.approved', { name: user.name }),
    keys: KEYS,
  });
  const withdraw = useWrite(() => withdrawStaffGrant(seen), { said: t('staff.grant.withdrawn'), keys: KEYS });
  const may = (action: Grant['allowedActions'][number]) => grant.allowedActions.includes(action);
  const busy = approve.isPending || withdraw.isPending;
  const button = (label: string, press: () => void) => (
    <GrantButton about={`${roles}, ${user.name}`} busy={busy} onPress={press}>
      {label}
    </GrantButton>
  );
  const error = approve.error ?? withdraw.error;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {may('APPROVE') && button(t('staff.grant.approve'), () => approve.mutate(undefined))}
        {may('REJECT') && button(t('staff.grant.reject'), () => setRejecting(true))}
        {may('WITHDRAW') && button(t('staff.grant.withdraw'), () => withdraw.mutate(undefined))}
      </Box>
      {error && <ErrorPanel error={error} />}
      {rejecting && <RejectDialog seen={seen} roles={roles} onClose={() => setRejecting(false)} />}
    </>
  );
}

interface GrantButtonProps {
  /** Which roles and whose, for those who hear the button among others. */
  about: string;
  busy: boolean;
  onPress: () => void;
  children: string;
}

function GrantButton({ about, busy, onPress, children }: GrantButtonProps) {
  return (
    <Button
      variant="outlined"
      size="small"
      aria-label={`${children}: ${about}`}
      aria-disabled={busy}
      onClick={() => !busy && onPress()}
    >
      {children}
    </Button>
  );
}

interface RejectDialogProps {
  seen: { id: string; expectedVersion: number };
  roles: string;
  onClose: () => void;
}

function RejectDialog({ seen, roles, onClose }: RejectDialogProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reject = useWrite(rejectStaffGrant, { said: t('staff.grant.rejectedNow'), keys: KEYS });
  const missing = tried && reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (reason.trim() !== '') reject.mutate({ ...seen, reason }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      title={t('staff.grant.rejectTitle', { roles })}
      confirm={t('staff.grant.reject')}
      busy={reject.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t('staff.grant.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={missing}
        helperText={missing ? t('staff.grant.reasonNeeded') : undefined}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
        autoFocus
      />
      {reject.error && <ErrorPanel error={reject.error} />}
    </FormDialog>
  );
}
