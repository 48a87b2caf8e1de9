import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { FileExportIcon, FilePdfIcon } from '@navikt/aksel-icons';
import { useMutation } from '@tanstack/react-query';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import type { Invoice } from './invoice.documents.ts';
import { saveInvoice } from './invoice.provider.ts';

const LOOK = { variant: 'text', size: 'small' } as const;

/** The invoice as a file: the page for everybody, the EHF where there is one. */
export function InvoiceFiles({ invoice }: { invoice: Invoice }) {
  const t = useT();
  const save = useMutation({ mutationFn: saveInvoice });
  const hasEhf = invoice.payment === 'INVOICE' && invoice.buyer.orgNumber !== null;
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <Button
        {...LOOK}
        disabled={save.isPending}
        startIcon={<FilePdfIcon aria-hidden fontSize="1.25rem" />}
        onClick={() => save.mutate({ invoice, format: 'pdf' })}
      >
        {t('invoices.pdf')}
      </Button>
      {hasEhf && (
        <Button
          {...LOOK}
          disabled={save.isPending}
          startIcon={<FileExportIcon aria-hidden fontSize="1.25rem" />}
          onClick={() => save.mutate({ invoice, format: 'xml' })}
        >
          {t('invoices.ehf')}
        </Button>
      )}
      {save.error && <ErrorPanel error={save.error} />}
    </Box>
  );
}
