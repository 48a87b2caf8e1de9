import Button from '@mui/material/Button';
import { ArrowsCirclepathIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useLanguage, useT } from '../../i18n/index.ts';
import { useErrorText } from '../../shared/useErrorText.ts';
import { useOrderDesk, useRefreshOrder } from './OrderContext.tsx';
import { checkAgain } from './order.provider.ts';

/** Asks the registers again, now. What changes moves the line by itself. */
export function CheckAgain() {
  const t = useT();
  const notify = useNotify();
  const errorText = useErrorText();
  const language = useLanguage();
  const { line } = useOrderDesk();
  const refresh = useRefreshOrder();
  const ask = useMutation({
    mutationFn: () => checkAgain({ orderItemId: line.id, expectedVersion: line.version, language }),
    onSuccess: () => notify(t('orders.checks.asked'), { type: 'success' }),
    onError: error => notify(errorText(error), { type: 'error' }),
    onSettled: () => refresh(),
  });
  if (!line.allowedActions.includes('CHECK_AGAIN')) return null;
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
