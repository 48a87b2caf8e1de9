import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import type { MailRow } from './outbox.documents.ts';
import { settleMail } from './outbox.provider.ts';

interface SettleDialogProps {
  row: MailRow;
  open: boolean;
  onClose: () => void;
}

/** Nobody knows whether this mail arrived; a person who has found out says so, with how she knows. */
export function SettleDialog({ row, open, onClose }: SettleDialogProps) {
  const t = useT();
  const client = useQueryClient();
  const settle = useMutation({
    mutationFn: settleMail,
    onSuccess: () => {
      onClose();
      return client.invalidateQueries({ queryKey: ['outbox'] });
    },
  });
  return (
    <ReasonDialog
      open={open}
      title={t('outbox.settle')}
      text={t('outbox.settleText')}
      reasons={[
        { code: 'ARRIVED', label: t('outbox.arrived') },
        { code: 'LOST', label: t('outbox.lost') },
      ]}
      commentNeededFor={['ARRIVED', 'LOST']}
      confirm={t('outbox.settleConfirm')}
      busy={settle.isPending}
      error={settle.error}
      onClose={onClose}
      onConfirm={(reason, comment) =>
        settle.mutate({
          id: row.id,
          expectedVersion: row.version,
          arrived: reason === 'ARRIVED',
          note: comment ?? '',
        })
      }
    />
  );
}
