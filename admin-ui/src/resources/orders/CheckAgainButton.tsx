import Button from '@mui/material/Button';
import { ArrowsCirclepathIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useLanguage, useT } from '../../i18n/index.ts';
import { useErrorText } from '../../shared/useErrorText.ts';
import { checkAgain } from './order.provider.ts';

interface CheckAgainButtonProps {
  itemId: string;
  version: number;
  /** Done or refused: what stands now is to be read anew. */
  onSettled: () => unknown;
}

/** Asks the registers about one line again, now. What changes moves the line, or its card, by itself. */
export function CheckAgainButton({ itemId, version, onSettled }: CheckAgainButtonProps) {
  const t = useT();
  const notify = useNotify();
  const errorText = useErrorText();
  const language = useLanguage();
  const ask = useMutation({
    mutationFn: () => checkAgain({ orderItemId: itemId, expectedVersion: version, language }),
    onSuccess: () => notify(t('orders.checks.asked'), { type: 'success' }),
    onError: error => notify(errorText(error), { type: 'error' }),
    onSettled,
  });
  return (
    <Button
      size="small"
      variant="outlined"
      color="inherit"
      onClick={() => !ask.isPending && ask.mutate()}
      aria-disabled={ask.isPending}
      startIcon={<ArrowsCirclepathIcon aria-hidden />}
    >
      {t(ask.isPending ? 'orders.checks.asking' : 'orders.checks.again')}
    </Button>
  );
}
