import Box from '@mui/material/Box';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import { TasklistIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { BarredNotice } from '../cases/BarredNotice.tsx';
import { CaseProvider } from '../cases/CaseContext.tsx';
import { CaseDialogs } from '../cases/CaseDialogs.tsx';
import { CaseHead } from '../cases/CaseHead.tsx';
import { CaseShape } from '../cases/CaseShape.tsx';
import { CaseSide } from '../cases/CaseSide.tsx';
import type { CaseDetail } from '../cases/case.documents.ts';
import { LostNotice } from '../cases/LostNotice.tsx';
import { EhfView } from './EhfView.tsx';
import { Enquiry } from './Enquiry.tsx';
import { FoundInvoice } from './FoundInvoice.tsx';
import { InvoicePaper } from './InvoicePaper.tsx';
import type { AskedInvoice, InvoiceQuery } from './invoice-query.documents.ts';
import { useInvoiceQuery } from './invoice-query.provider.ts';
import { WhatIsWrong } from './WhatIsWrong.tsx';

/** `/invoice-queries/:id`: what was asked, the invoice in both its forms, and the answer. */
export function InvoiceQueryPage({ detail }: { detail: CaseDetail }) {
  const t = useT();
  const { data, error, refetch } = useInvoiceQuery(detail);
  if (error && !data)
    return (
      <Box sx={{ p: 3 }}>
        <ErrorPanel error={error} title={t('invoiceQueries.failed')} onRetry={() => void refetch()} />
      </Box>
    );
  if (!data) return <CaseShape />;
  return (
    <CaseProvider detail={detail}>
      <Box sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        <CaseHead />
        <BarredNotice detail={detail} />
        <LostNotice />
        <Columns query={data} />
      </Box>
      <CaseDialogs />
    </CaseProvider>
  );
}

function Columns({ query }: { query: InvoiceQuery }) {
  const t = useT();
  const wide = useMediaQuery('(min-width: 1200px)');
  return (
    <Box
      sx={{
        ...{ flex: 1, minHeight: 0, display: 'grid', gridTemplateRows: 'minmax(0, 1fr)' },
        gridTemplateColumns: wide ? '304px minmax(0, 1fr) 48px' : '264px minmax(0, 1fr) 48px',
        '& > *': { minHeight: 0, minWidth: 0 },
      }}
    >
      <Box
        component="section"
        aria-label={t('invoiceQueries.enquiry')}
        tabIndex={0}
        sx={{ overflow: 'auto', p: '14px 16px 16px 20px', display: 'grid', gap: 2.5, alignContent: 'start' }}
      >
        <Enquiry query={query} />
        <FoundInvoice query={query} />
      </Box>
      <Box
        component="section"
        aria-label={t('casePage.work')}
        tabIndex={0}
        sx={{ overflow: 'auto', borderLeft: 1, borderColor: 'desk.line', bgcolor: 'background.paper' }}
      >
        {query.invoice && <Forms invoice={query.invoice} />}
        <WhatIsWrong key={query.invoice?.id ?? 'none'} query={query} />
      </Box>
      <Rail />
    </Box>
  );
}

/** Under 1200 px the XML stands below the invoice. */
function Forms({ invoice }: { invoice: AskedInvoice }) {
  return (
    <Box
      sx={{
        ...{ display: 'grid', gap: 2, p: 2, bgcolor: 'desk.tint', borderBottom: 1, borderColor: 'desk.line' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 6fr) minmax(0, 7fr)' },
      }}
    >
      <InvoicePaper invoice={invoice} />
      <EhfView invoice={invoice} />
    </Box>
  );
}

/** What has happened, notes and letters, over the page and away again. */
function Rail() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Box
      sx={{
        borderLeft: 1,
        borderColor: 'desk.line',
        display: 'grid',
        justifyItems: 'center',
        alignContent: 'start',
        pt: 1,
      }}
    >
      <IconButton aria-label={t('casePage.side')} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <TasklistIcon aria-hidden />
      </IconButton>
      <Drawer
        anchor="right"
        open={open}
        onClose={() => setOpen(false)}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('casePage.side'), sx: { width: 400 } } }}
      >
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', px: 1, pt: 1 }}>
          <IconButton aria-label={t('applications.history.close')} onClick={() => setOpen(false)}>
            <XMarkIcon aria-hidden />
          </IconButton>
        </Box>
        <CaseSide withWork={false} />
      </Drawer>
    </Box>
  );
}
