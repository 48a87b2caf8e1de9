import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { FunnelIcon, PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { NotFound } from '../../layout/NotFound.tsx';
import { useMay } from '../../session.ts';
import { PageHead } from '../../shared/PageHead.tsx';
import { type Queue, queueOfPath } from '../../shared/queues.ts';
import { TakeNextButton } from '../../shared/TakeNextButton.tsx';
import { RegisterInvoiceQuery } from '../invoice-queries/RegisterInvoiceQuery.tsx';
import { CaseTable } from './CaseTable.tsx';
import { EmptyQueue } from './EmptyQueue.tsx';
import { FilterAside } from './FilterAside.tsx';
import { countFilters, noFilter } from './list-filter.rules.ts';
import { RegisterInquiry } from './RegisterInquiry.tsx';
import { useFacets, useListFilter } from './useCaseList.ts';
import { ViewTabs } from './ViewTabs.tsx';
import { countOfView } from './views.rules.ts';

/** `/queues/image-review`, `/queues/inquiry`, `/queues/protected`. */
export function CaseQueue() {
  const queue = queueOfPath(useParams().queue);
  const may = useMay();
  if (!queue || (queue === 'PROTECTED' && !may('protected-person', 'read'))) return <NotFound />;
  return <QueuePage key={queue} queue={queue} />;
}

function QueuePage({ queue }: { queue: Queue }) {
  const t = useT();
  const list = useListFilter();
  const wide = useMediaQuery('(min-width: 1200px)');
  const [open, setOpen] = useState(false);
  const shown = wide || open;
  return (
    <>
      <PageHead
        title={t(`enums.queue.${queue}`)}
        lead={<Lead queue={queue} />}
        actions={<Actions queue={queue} />}
      />
      <Box sx={{ px: 3, pb: 3 }}>
        <ViewTabs queue={queue} list={list} />
        {!wide && (
          <Button
            variant="outlined"
            color="inherit"
            onClick={() => setOpen(!open)}
            aria-expanded={open}
            startIcon={<FunnelIcon aria-hidden />}
            sx={{ mt: 1.5 }}
          >
            {t('cases.filter.show', { n: countFilters(list.filter) })}
          </Button>
        )}
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: shown ? '200px minmax(0, 1fr)' : 'minmax(0, 1fr)',
            gap: 2.5,
            pt: 1.75,
            alignItems: 'start',
          }}
        >
          {shown && <FilterAside queue={queue} list={list} />}
          <CaseTable
            title={t(`enums.queue.${queue}`)}
            queue={queue}
            list={list}
            empty={<EmptyQueue queue={queue} list={list} />}
          />
        </Box>
      </Box>
    </>
  );
}

function Lead({ queue }: { queue: Queue }) {
  const t = useT();
  const format = useFormat();
  const facets = useFacets(noFilter, queue);
  const number = (view: 'open' | 'free' | 'overdue') => {
    const count = countOfView(view, facets);
    return count ? format.count(count) : '–';
  };
  return <>{t('cases.lead', { open: number('open'), free: number('free'), overdue: number('overdue') })}</>;
}

function Actions({ queue }: { queue: Queue }) {
  const t = useT();
  const may = useMay();
  const [registering, setRegistering] = useState(false);
  return (
    <>
      {queue === 'INQUIRY' && may('case', 'register') && (
        <Button onClick={() => setRegistering(true)} startIcon={<PlusIcon aria-hidden />}>
          {t('cases.inquiry.register')}
        </Button>
      )}
      {queue === 'INVOICE_QUERY' && may('invoice-query', 'register') && (
        <Button onClick={() => setRegistering(true)} startIcon={<PlusIcon aria-hidden />}>
          {t('invoiceQueries.register.open')}
        </Button>
      )}
      <TakeNextButton queue={queue} />
      <RegisterInquiry open={registering && queue === 'INQUIRY'} onClose={() => setRegistering(false)} />
      <RegisterInvoiceQuery
        open={registering && queue === 'INVOICE_QUERY'}
        onClose={() => setRegistering(false)}
      />
    </>
  );
}
