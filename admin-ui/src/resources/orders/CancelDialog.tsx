import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import type { EnumOf } from '../../graphql/graphql.ts';
import { useT } from '../../i18n/index.ts';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { useOrderDesk, useRefreshOrder } from './OrderContext.tsx';
import { cancelOrderItem } from './order.provider.ts';

type CancelReason = EnumOf<'CancelReason'>;
const reasons: readonly CancelReason[] = ['ORDERER_ASKS', 'DUPLICATE', 'OWN_ERROR', 'DECEASED', 'FRAUD'];

/** Ends the line by hand, with a reason; the orderer is told. */
export function CancelDialog() {
  const t = useT();
  const notify = useNotify();
  const { order, line, close } = useOrderDesk();
  const refresh = useRefreshOrder();
  const cancel = useMutation({
    mutationFn: (given: { reason: CancelReason; comment: string | null }) =>
      cancelOrderItem({ orderItemId: line.id, expectedVersion: line.version, ...given }),
    onSuccess: async () => {
      close();
      await refresh();
      notify(t('orders.cancel.done'), { type: 'success' });
    },
  });
  return (
    <ReasonDialog
      open
      title={t('orders.cancel.title', { line: line.line, number: order.number })}
      text={t('orders.cancel.text')}
      reasons={reasons.map(code => ({ code, label: t(`orders.cancel.reason.${code}`) }))}
      confirm={t('orders.cancel.confirm')}
      commentNeededFor={['FRAUD']}
      busy={cancel.isPending}
      error={cancel.error}
      onClose={close}
      onConfirm={(reason, comment) => cancel.mutate({ reason, comment })}
    />
  );
}
