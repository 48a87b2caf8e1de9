import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { useT } from '../i18n/index.ts';
import { EmptyState } from '../shared/EmptyState.tsx';
import { PageHead } from '../shared/PageHead.tsx';

export function NotFound() {
  const t = useT();
  return (
    <>
      <PageHead title={t('errors.notFoundTitle')} />
      <EmptyState
        title={t('errors.notFoundText')}
        actions={
          <Button variant="outlined" component={Link} to="/">
            {t('errors.toMyDay')}
          </Button>
        }
      />
    </>
  );
}
