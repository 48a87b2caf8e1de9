import Box from '@mui/material/Box';
import { useT } from '../../i18n/index.ts';
import { ComingChanges } from '../../shared/changes/ComingChanges.tsx';
import { useDayShown } from '../../shared/changes/VersionPage.tsx';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import type { SchemeSettings, Setting } from './setting.documents.ts';
import { useSettingChanges } from './useSettingChanges.ts';
import { useSettingsOn } from './useSettings.ts';
import { useSettingWords } from './useSettingWords.ts';

/** Every rule of the scheme that may change: what holds on a day, and what is on its way. */
export function SettingList() {
  const t = useT();
  const shown = useDayShown();
  const { data, error, refetch } = useSettingsOn(shown.day);
  return (
    <>
      <PageHead title={t('settings.title')} lead={t('settings.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data && (
          <>
            <Coming page={data} />
            {shown.field(t('settings.day'), data.day)}
            <SettingTable page={data} />
          </>
        )}
      </Box>
    </>
  );
}

function Coming({ page }: { page: SchemeSettings }) {
  return <ComingChanges changes={page.changes} kind={useSettingChanges(page)} named />;
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
