import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Lead } from '../../shared/Lead.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { osloToday } from '../../shared/today.ts';
import type { DueRow, Rehearsal } from './clock.documents.ts';
import { useRehearsal } from './useClock.ts';
import { useJobWords } from './useJobWords.ts';

/** What the job would deal with if it ran now, or on a later day. The day is in the address. */
export function JobRehearsal({ job }: { job: string }) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const on = params.get('on');
  const { data, error, refetch } = useRehearsal(job, on);
  return (
    <Box component="section" aria-labelledby="rehearsal" sx={{ display: 'grid', gap: 1.5 }}>
      <Box>
        <Typography variant="h2" id="rehearsal">
          {t('clock.rehearse')}
        </Typography>
        <Typography sx={{ color: 'desk.text2' }}>{t('clock.rehearseLead')}</Typography>
      </Box>
      <Box sx={{ width: 240 }}>
        <DateField
          label={t('clock.on')}
          value={on ?? osloToday()}
          onChange={day => setParams(day && day !== osloToday() ? { on: day } : {}, { replace: true })}
        />
      </Box>
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <LoadingShape rows={4} />}
      {data && !error && <Found rehearsal={data} />}
    </Box>
  );
}

function Found({ rehearsal }: { rehearsal: Rehearsal }) {
  const t = useT();
  const format = useFormat();
  const { rows, count } = rehearsal;
  return (
    <>
      <Typography variant="subtitle2" role="status">
        {useSentence(rehearsal)}
      </Typography>
      {rows.length > 0 && (
        <DeskTable label={t('clock.rehearse')} columns={useColumns()} rows={rows} rowKey={row => row.id} />
      )}
      {count.value > rows.length && (
        <Typography sx={{ color: 'desk.text2' }}>
          {t('clock.firstShown', { n: format.number(rows.length) })}
        </Typography>
      )}
    </>
  );
}

/** "If it ran now, these 14 orders would be cancelled." */
function useSentence({ job, on, count }: Rehearsal): string {
  const t = useT();
  const format = useFormat();
  const words = useJobWords();
  if (count.value === 0) return t('clock.wouldNothing');
  if (on === osloToday()) return words.wouldNow(job, count);
  return t('clock.wouldThen', { day: format.date(on), n: format.count(count) });
}

function OrderLead({ row: { orderNumber } }: { row: DueRow }) {
  if (!orderNumber) return '–';
  return (
    <Lead to={`/orders/${orderNumber}`} resource="order">
      {orderNumber}
    </Lead>
  );
}

function useColumns(): Column<DueRow>[] {
  const t = useT();
  const words = useJobWords();
  const why = (row: DueRow) => row.reasons.map(words.reason).join(', ');
  return [
    { key: 'order', label: t('clock.due.order'), width: 100, render: row => <OrderLead row={row} /> },
    { key: 'card', label: t('clock.due.card'), width: 120, render: row => row.cardNumber ?? '–' },
    { key: 'firm', label: t('clock.due.firm'), render: row => row.firmName },
    { key: 'person', label: t('clock.due.person'), width: 90, render: row => row.person ?? '–' },
    {
      key: 'why',
      label: t('clock.due.why'),
      width: '24%',
      render: row => (
        <Box component="span" title={why(row)}>
          {why(row)}
        </Box>
      ),
    },
    { key: 'days', label: t('clock.due.days'), width: 310, render: words.working },
  ];
}
