import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { osloToday } from '../../shared/today.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useWrite } from '../../shared/useWrite.ts';
import { VAT_KEYS } from './keys.ts';
import type { VatBatch } from './vat-batch.documents.ts';
import { recordReceipt } from './vat-batch.provider.ts';

/** What the tax authorities answered, and the day they did. */
export function ReceiptDialog({ batch, onClose }: { batch: VatBatch; onClose: () => void }) {
  const t = useT();
  const fault = useFieldErrorText();
  const [reference, setReference] = useState(batch.receipt ?? '');
  const [receivedOn, setReceivedOn] = useState(batch.receivedOn ?? osloToday());
  const record = useWrite(recordReceipt, {
    keys: VAT_KEYS,
    said: t('vatBatches.receiptNow'),
    onDone: onClose,
  });
  const { id, version } = batch;
  const wrong = fault(record.error, 'reference');
  return (
    <FormDialog
      title={t('vatBatches.recordReceipt')}
      confirm={t('vatBatches.save')}
      busy={record.isPending}
      onClose={onClose}
      onSubmit={() => record.mutate({ id, expectedVersion: version, reference, receivedOn })}
    >
      <Typography>{t('vatBatches.receiptText')}</Typography>
      <TextField
        label={t('vatBatches.reference')}
        value={reference}
        onChange={event => setReference(event.target.value)}
        error={Boolean(wrong)}
        helperText={wrong}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        required
        autoFocus
      />
      <DateField
        label={t('vatBatches.receivedOn')}
        value={receivedOn}
        onChange={setReceivedOn}
        fault={fault(record.error, 'receivedOn')}
        required
      />
      {record.error && <ErrorPanel error={record.error} />}
    </FormDialog>
  );
}
