import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { SettingChanges } from './SettingChanges.tsx';
import type { SchemeSettings, Setting } from './setting.documents.ts';
import { useSettingsOn } from './useSettings.ts';
import { useSettingWords } from './useSettingWords.ts';

/** Every rule of the scheme that may change: what holds on a day, and what is on its way. */
export function SettingList() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const day = params.get('day');
  const { data, error, refetch } = useSettingsOn(day);
  return (
    <>
      <PageHead title={t('settings.title')} lead={t('settings.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && (
          <>
            <Waiting page={data} />
            <Box sx={{ width: 240 }}>
              <DateField
                label={t('settings.day')}
                value={data.day}
                onChange={next => setParams(next ? { day: next } : {}, { replace: true })}
              />
            </Box>
            <SettingTable page={data} />
          </>
        )}
      </Box>
    </>
  );
}

function Waiting({ page }: { page: SchemeSettings }) {
  const t = useT();
  const waiting = page.changes.filter(({ state }) => state === 'WAITING' || state === 'COMING');
  if (waiting.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="settings-coming" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="settings-coming">
        {t('settings.coming')}
      </Typography>
      <SettingChanges page={page} changes={waiting} named />
    </Box>
  );
}

function SettingTable({ page }: { page: SchemeSettings }) {
  const t = useT();
  return (
    <DeskTable
      label={t('settings.title')}
      columns={useColumns()}
      rows={page.settings}
      rowKey={row => row.key}
      groupOf={row => ({ key: row.area, heading: t(`settings.areas.${row.area}`) })}
    />
  );
}

function useColumns(): Column<Setting>[] {
  const t = useT();
  const words = useSettingWords();
  const general = ({ holds }: Setting) => holds.find(({ scheme }) => scheme === null);
  const own = (row: Setting) => row.holds.filter(({ scheme }) => scheme !== null);
  const value = (row: Setting) => {
    const others = own(row).map(one => `${words.scheme(one.scheme)}: ${words.value(row, one.value)}`);
    return [words.value(row, general(row)?.value ?? ''), ...others].join(' · ');
  };
  return [
    {
      key: 'name',
      label: t('settings.rule'),
      width: '34%',
      render: row => <RowLink to={`/rules/${row.key}`}>{t(`settings.name.${row.key}`)}</RowLink>,
    },
    {
      key: 'value',
      label: t('settings.holds'),
      render: row => (
        <Box component="span" title={value(row)}>
          {value(row)}
        </Box>
      ),
    },
    {
      key: 'since',
      label: t('settings.since'),
      width: 130,
      render: row => words.from(general(row)?.from ?? null),
    },
  ];
}
