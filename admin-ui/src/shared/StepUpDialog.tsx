import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../graphql/client.ts';
import { useT } from '../i18n/index.ts';
import { provedAtQuery } from '../session.documents.ts';
import { confirmSignIn, stepUpAddress, useMe, useSettings } from '../session.ts';
import { ErrorPanel } from './ErrorPanel.tsx';
import { FormDialog } from './FormDialog.tsx';
import { answerStepUp, useStepUpAsked } from './step-up.ts';

const LOOK_EVERY_MS = 1_500;
const WINDOW = 'popup,width=540,height=780';

/** "Are you still you?", before what is far-reaching. What was typed stays where it is, and the action is repeated afterwards. */
export function StepUpDialog() {
  const asked = useStepUpAsked();
  const { signInMethod } = useMe();
  if (!asked) return null;
  return signInMethod === 'OIDC' ? <AtProvider /> : <Here withPassword={signInMethod === 'PASSWORD'} />;
}

const cancel = () => answerStepUp(false);

function Here({ withPassword }: { withPassword: boolean }) {
  const t = useT();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = useMutation({
    mutationFn: () => confirmSignIn(withPassword ? password : null),
    onSuccess: () => answerStepUp(true),
  });
  const missing = withPassword && tried && password === '';
  const submit = () => {
    setTried(true);
    if (!withPassword || password !== '') confirm.mutate();
  };
  return (
    <FormDialog
      title={t('signIn.stepUp.title')}
      text={t(withPassword ? 'signIn.stepUp.password' : 'signIn.stepUp.demo')}
      confirm={t('signIn.stepUp.confirm')}
      busy={confirm.isPending}
      onClose={cancel}
      onSubmit={submit}
    >
      {withPassword && (
        <TextField
          type="password"
          autoComplete="current-password"
          label={t('signIn.password')}
          value={password}
          error={missing}
          helperText={missing ? t('signIn.passwordNeeded') : undefined}
          onChange={event => setPassword(event.target.value)}
          autoFocus
          fullWidth
        />
      )}
      {confirm.error && <ErrorPanel error={confirm.error} />}
    </FormDialog>
  );
}

/** Looks at the server until the proof is newer than it was when the question came. */
function useProof(waiting: boolean) {
  const { data } = useQuery({
    queryKey: ['step-up'],
    queryFn: ({ signal }) => request(provedAtQuery, {}, { signal }),
    refetchInterval: waiting ? LOOK_EVERY_MS : false,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
    staleTime: 0,
  });
  const [before, setBefore] = useState<string | null>();
  const provedAt = data?.me?.provedAt;
  useEffect(() => {
    if (provedAt === undefined) return;
    if (before === undefined) setBefore(provedAt);
    else if (provedAt !== before) answerStepUp(true);
  }, [provedAt, before]);
}

/** In a window of its own, so that this page keeps what was typed. */
function AtProvider() {
  const t = useT();
  const name = useSettings().signInProvider ?? '';
  const [opened, setOpened] = useState(false);
  useProof(opened);
  const open = () => {
    window.open(stepUpAddress(), 'hms-kort-desk-step-up', WINDOW);
    setOpened(true);
  };
  return (
    <FormDialog
      title={t('signIn.stepUp.title')}
      text={t('signIn.stepUp.provider', { name })}
      confirm={t('signIn.stepUp.open', { name })}
      onClose={cancel}
      onSubmit={open}
    >
      {opened && (
        <Typography role="status">
          {t('signIn.stepUp.waiting')}{' '}
          <Link href={stepUpAddress()} target="_blank">
            {t('signIn.stepUp.otherWay')}
          </Link>
        </Typography>
      )}
    </FormDialog>
  );
}
