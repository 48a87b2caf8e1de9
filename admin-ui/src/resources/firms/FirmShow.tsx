import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { CallButton, CallNotice } from '../caller/CallNotice.tsx';
import { CardTable } from '../cards/CardList.tsx';
import { FirmEmployees } from './FirmEmployees.tsx';
import { FirmFacts } from './FirmFacts.tsx';
import { FirmOrders } from './FirmOrders.tsx';
import { FirmOverview } from './FirmOverview.tsx';
import { FirmStatusChip } from './FirmStatusChip.tsx';
import type { FirmDetail } from './firm.documents.ts';
import { getFirm } from './firm.provider.ts';

/** A main unit or a sub-unit: what the registers say, who may order, who works there, and what is going on. */
export function FirmShow() {
  const t = useT();
  const format = useFormat();
  const lead = useLead();
  const { orgNumber = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['firm', orgNumber],
    queryFn: ({ signal }) => getFirm(orgNumber, signal),
  });
  if (!data)
    return (
      <>
        <PageHead title={format.orgNumber(orgNumber)} crumb={t('firms.crumb')} />
        <Box sx={{ px: 3 }}>
          {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingShape />}
        </Box>
      </>
    );
  return (
    <>
      <PageHead
        title={data.name}
        crumb={`${t('firms.crumb')} ${format.orgNumber(data.orgNumber)}`}
        lead={lead(data)}
        status={<FirmStatusChip status={data.status} />}
        actions={<CallButton about={aboutFirm(data)} />}
        line
      />
      <FirmBody firm={data} />
    </>
  );
}

/** How much there is of what the reader may see at all. */
function useLead() {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  return ({ cards, ordersUnderWay, openCases }: FirmDetail) => {
    const told = [
      ...(may('card', 'read') ? ([['cards', cards]] as const) : []),
      ...(may('order', 'read') ? ([['orders', ordersUnderWay]] as const) : []),
      ['cases', openCases] as const,
    ];
    return told
      .map(([of, count]) => t(`firms.count.${of}`, { smart_count: count.value, n: format.count(count) }))
      .join(' · ');
  };
}

const aboutFirm = ({ id, name }: FirmDetail) => ({
  ...{ firmId: id, label: name },
  capacities: ['FIRM'] as const,
});

const TABS = ['overview', 'employees', 'cards', 'orders'] as const;
type TabName = (typeof TABS)[number];
const NEEDS: Readonly<Record<TabName, string>> = {
  overview: 'firm',
  employees: 'order',
  cards: 'card',
  orders: 'order',
};

function FirmBody({ firm }: { firm: FirmDetail }) {
  const t = useT();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const offered = TABS.filter(name => may(NEEDS[name], 'read'));
  const tab = offered.find(name => name === params.get('tab')) ?? 'overview';
  return (
    <Box
      sx={{
        ...{ display: 'grid', gap: 2.5, px: 3, py: 2, alignItems: 'start' },
        gridTemplateColumns: '240px minmax(0, 1fr)',
      }}
    >
      <FirmFacts firm={firm} />
      <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
        <CallNotice isAbout={call => call.capacity === 'FIRM' && call.firmId === firm.id} />
        <Tabs
          value={tab}
          onChange={(_, next: TabName) => setParams({ tab: next })}
          aria-label={t('firms.tabs')}
        >
          {offered.map(name => (
            <Tab key={name} value={name} label={t(`firms.tab.${name}`)} />
          ))}
        </Tabs>
        {tab === 'overview' && <FirmOverview firm={firm} />}
        {tab === 'employees' && <FirmEmployees orgNumber={firm.orgNumber} />}
        {tab === 'cards' && <CardTable filter={{ firm: firm.orgNumber }} firm={false} />}
        {tab === 'orders' && <FirmOrders orgNumber={firm.orgNumber} />}
      </Box>
    </Box>
  );
}
