import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Link from '@mui/material/Link';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useMay, useMe } from '../../session.ts';
import { announce } from '../../shared/announce.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { useUnsaved } from '../../shared/unsaved.ts';
import { useFieldError } from './field-error.ts';
import { RoleChoice } from './RoleChoice.tsx';
import { StaffAccess } from './StaffAccess.tsx';
import { StaffGrant } from './StaffGrant.tsx';
import type { StaffUser } from './staff.documents.ts';
import { getStaff, type StaffRole, updateStaff } from './staff.provider.ts';

const FORM = 'staff-form';

/** One member of staff: name, roles, whether she may sign in, her sessions and password. */
export function StaffEdit() {
  const t = useT();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['staff', 'one', id],
    queryFn: ({ signal }) => getStaff(id, signal),
  });
  const crumb = (
    <Link component={RouterLink} to="/staff">
      {t('staff.title')}
    </Link>
  );
  return (
    <>
      {!data && <PageHead title={t('staff.one')} crumb={crumb} />}
      <Box sx={{ px: error || !data ? 3 : 0 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape shape="panel" />}
      </Box>
      {data && <StaffForm key={keyOf(data)} user={data} crumb={crumb} />}
    </>
  );
}

/** The form starts anew when the person, or what is proposed for her, has changed. */
const keyOf = ({ id, version, lastGrant }: StaffUser) =>
  [id, version, lastGrant?.id, lastGrant?.outcome].join('-');

function useStaffForm(user: StaffUser) {
  const client = useQueryClient();
  const t = useT();
  const [name, setName] = useState(user.name);
  const [roles, setRoles] = useState<StaffRole[]>(user.roles);
  const [active, setActive] = useState(user.active);
  const isDirty = name !== user.name || active !== user.active || roles.join() !== user.roles.join();
  useUnsaved(isDirty);
  const save = useMutation({
    mutationFn: () => updateStaff({ id: user.id, expectedVersion: user.version, name, roles, active }),
    onSuccess: ({ lastGrant }) => {
      const proposed = lastGrant && lastGrant.id !== user.lastGrant?.id;
      announce(t(proposed ? 'staff.grant.sent' : 'shared.saved'));
      void client.invalidateQueries({ queryKey: ['menu-counts'] });
      return client.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  return { name, setName, roles, setRoles, active, setActive, isDirty, save };
}

function StaffForm({ user, crumb }: { user: StaffUser; crumb: React.ReactNode }) {
  const t = useT();
  const mayManage = useMay()('staff', 'manage');
  const isMe = useMe().id === user.id;
  const form = useStaffForm(user);
  const fieldError = useFieldError(form.save.error);
  const hasFieldError = ['name', 'roles'].some(field => fieldError(field));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form.isDirty && !form.save.isPending) form.save.mutate();
  };
  const action = (
    <Button
      type="submit"
      form={FORM}
      variant="contained"
      aria-disabled={!form.isDirty || form.save.isPending}
    >
      {t('shared.save')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={user.name}
        crumb={crumb}
        lead={`${user.email} · ${user.organisation.name}`}
        actions={mayManage && !isMe ? action : undefined}
      />
      <Box sx={{ px: 3, maxWidth: 560, '& > *': { mb: 2.5 } }}>
        <StaffGrant user={user} />
      </Box>
      <Box
        component="form"
        id={FORM}
        onSubmit={submit}
        sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5, maxWidth: 560 }}
      >
        {isMe && <Notice tone="info" title={t('staff.notYourself')} />}
        {form.save.error && !hasFieldError && (
          <ErrorPanel error={form.save.error} title={t('staff.notSaved')} />
        )}
        <TextField
          label={t('staff.name')}
          value={form.name}
          disabled={isMe}
          error={Boolean(fieldError('name'))}
          helperText={fieldError('name')}
          onChange={event => form.setName(event.target.value)}
        />
        <RoleChoice
          kind={user.organisation.kind}
          value={form.roles}
          error={fieldError('roles')}
          onChange={isMe ? () => undefined : form.setRoles}
        />
        <FormControlLabel
          control={<Switch checked={form.active} disabled={isMe} onChange={(_, on) => form.setActive(on)} />}
          label={t('staff.maySignIn')}
        />
        {mayManage && !isMe && <Typography sx={{ color: 'desk.text2' }}>{t('staff.grant.hint')}</Typography>}
        {mayManage && !isMe && <StaffAccess user={user} />}
      </Box>
    </>
  );
}
