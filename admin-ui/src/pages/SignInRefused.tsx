import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router';
import { useT } from '../i18n/index.ts';
import { signIn } from '../i18n/sign-in.messages.ts';
import { Said } from './Said.tsx';

type Reason = keyof typeof signIn.nb.refused;

const isReason = (value: string | null): value is Reason => value !== null && value in signIn.nb.refused;
const ID = /^[0-9a-f]{8}/;

/** Why the sign-in did not open the desk, and what to do about it. */
export function SignInRefused() {
  const t = useT();
  const [search] = useSearchParams();
  const reason = search.get('reason');
  const id = ID.exec(search.get('id') ?? '')?.[0];
  return (
    <Said
      title={t('signIn.failed')}
      text={t(`signIn.refused.${isReason(reason) ? reason : 'PROVIDER_REFUSED'}`)}
    >
      {id && <Typography sx={{ color: 'desk.text2' }}>{t('errors.requestId', { id })}</Typography>}
      <Button href="/" variant="contained" size="large" sx={{ justifySelf: 'start' }}>
        {t('signIn.toSignIn')}
      </Button>
    </Said>
  );
}
