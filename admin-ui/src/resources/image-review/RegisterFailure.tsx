import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { LostUpload, RefusedFile } from './register-pair.ts';

/** Which file was refused and why, or that the connection broke. Nothing is registered in either case. */
export function RegisterFailure({ error }: { error: Error }) {
  const t = useT();
  if (error instanceof RefusedFile)
    return (
      <Notice tone="bad" role="alert" title={t(`enums.imagePart.${error.part}`)}>
        <Typography>{error.message}</Typography>
      </Notice>
    );
  if (error instanceof LostUpload) return <Notice tone="bad" role="alert" title={t('bench.register.lost')} />;
  return <ErrorPanel error={error} />;
}
