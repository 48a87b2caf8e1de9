import Button from '@mui/material/Button';
import { PersonSuitIcon } from '@navikt/aksel-icons';
import { useT } from '../i18n/index.ts';
import { signInAtProvider } from '../session.ts';

/** Signing in happens with the identity provider; afterwards the same page is open again. */
export function ProviderButton({ name }: { name: string }) {
  const t = useT();
  return (
    <Button
      variant="contained"
      size="large"
      fullWidth
      startIcon={<PersonSuitIcon aria-hidden />}
      onClick={signInAtProvider}
    >
      {t('signIn.with', { name })}
    </Button>
  );
}
