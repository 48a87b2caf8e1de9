import Button from '@mui/material/Button';
import { DownloadIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useWrite } from '../../shared/useWrite.ts';
import { LETTER_KEYS } from './keys.ts';
import type { PrintBatch } from './letter.documents.ts';
import { recordPosted, saveBatch } from './letter.provider.ts';

/** On paper, or posted. */
export function BatchState({ batch: { postedAt } }: { batch: PrintBatch }) {
  const t = useT();
  return postedAt ? (
    <StatusChip shape="post">{t('letters.batchState.posted')}</StatusChip>
  ) : (
    <StatusChip shape="work">{t('letters.batchState.made')}</StatusChip>
  );
}

/** The next step is the filled button: on paper first, then in the post. */
export function BatchActions({ batch }: { batch: PrintBatch }) {
  const t = useT();
  const { id, version, canRecordPosted } = batch;
  const save = useMutation({ mutationFn: saveBatch });
  const posted = useWrite(recordPosted, { keys: LETTER_KEYS, said: t('letters.postedNow') });
  return (
    <>
      {save.error && <ErrorPanel error={save.error} />}
      {posted.error && <ErrorPanel error={posted.error} />}
      <Button
        variant="outlined"
        color="inherit"
        disabled={save.isPending}
        startIcon={<DownloadIcon aria-hidden fontSize="1.25rem" />}
        onClick={() => save.mutate(batch)}
      >
        {t('letters.download')}
      </Button>
      {canRecordPosted && (
        <Button
          variant="contained"
          disabled={posted.isPending}
          onClick={() => posted.mutate({ id, expectedVersion: version })}
        >
          {t('letters.recordPosted')}
        </Button>
      )}
    </>
  );
}
