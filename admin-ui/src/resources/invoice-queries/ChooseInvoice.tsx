import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useFormat, useT } from '../../i18n/index.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useCaseDesk } from '../cases/CaseContext.tsx';
import { useTakeAnswer } from '../cases/useCase.ts';
import { WriteFault } from '../cases/WriteFault.tsx';
import type { InvoiceQuery } from './invoice-query.documents.ts';
import { chooseQueryInvoice } from './invoice-query.provider.ts';

interface ChooseInvoiceProps {
  query: InvoiceQuery;
  onClose: () => void;
}

/** The clerk says which invoice it is, and how she knows that the asker may hear about it. */
export function ChooseInvoice({ query, onClose }: ChooseInvoiceProps) {
  const t = useT();
  const notify = useNotify();
  const fieldText = useFieldErrorText();
  const { detail } = useCaseDesk();
  const takeAnswer = useTakeAnswer(detail.id);
  const [invoiceNumber, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const choose = useMutation({
    mutationFn: () =>
      chooseQueryInvoice({ caseId: detail.id, expectedVersion: detail.version, invoiceNumber, reason }),
    onSuccess: answer => {
      takeAnswer(answer);
      notify(t('invoiceQueries.choose.done'), { type: 'success' });
      onClose();
    },
  });
  const fault = (name: string) => fieldText(choose.error, name);
  return (
    <FormDialog
      title={t('invoiceQueries.choose.title')}
      text={t('invoiceQueries.choose.text')}
      confirm={t('invoiceQueries.choose.confirm')}
      busy={choose.isPending}
      onClose={onClose}
      onSubmit={() => choose.mutate()}
    >
      <Candidates query={query} onChoose={setNumber} />
      <TextField
        label={t('invoiceQueries.choose.number')}
        value={invoiceNumber}
        onChange={event => setNumber(event.target.value)}
        error={fault('invoiceNumber') !== undefined}
        helperText={fault('invoiceNumber')}
        required
        autoFocus
        fullWidth
        slotProps={{ htmlInput: { maxLength: 20 } }}
      />
      <TextField
        label={t('invoiceQueries.choose.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={fault('reason') !== undefined}
        helperText={fault('reason')}
        required
        fullWidth
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <WriteFault error={choose.error} title={t('invoiceQueries.choose.failed')} />
    </FormDialog>
  );
}

function Candidates({ query, onChoose }: { query: InvoiceQuery; onChoose: (number: string) => void }) {
  const t = useT();
  const format = useFormat();
  if (query.candidates.length === 0) return null;
  return (
    <Box component="section" aria-label={t('invoiceQueries.choose.candidates')}>
      <Typography variant="h3">{t('invoiceQueries.choose.candidates')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {query.candidates.map(one => (
          <li key={one.id}>
            <Button size="small" onClick={() => onChoose(one.number)}>
              {one.number}
            </Button>{' '}
            {one.buyerName}, {format.date(one.issuedOn)}, {format.kroner(one.grossOre)} (
            {t(one.fits ? 'invoiceQueries.choose.fits' : 'invoiceQueries.choose.ofFirm')})
          </li>
        ))}
      </Box>
    </Box>
  );
}
