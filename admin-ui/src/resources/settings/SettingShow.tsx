import Box from '@mui/material/Box';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { NotFound } from '../../layout/NotFound.tsx';
import { useMay } from '../../session.ts';
import { ComingChanges } from '../../shared/changes/ComingChanges.tsx';
import { VersionPage } from '../../shared/changes/VersionPage.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { SettingHistory } from './SettingHistory.tsx';
import type { SchemeSettings, Setting } from './setting.documents.ts';
import { useSettingChanges } from './useSettingChanges.ts';
import { useSettingsOn } from './useSettings.ts';
import { useSettingWords } from './useSettingWords.ts';

/** One rule: what it decides, what holds today, what is coming, and every value it has had. */
export function SettingShow() {
  const t = useT();
  const { key = '' } = useParams();
  const { data, error, refetch } = useSettingsOn(null);
  const setting = data?.settings.find(one => one.key === key);
  if (data && !setting) return <NotFound />;
  if (data && setting) return <SettingPage page={data} setting={setting} />;
  const list = { to: '/rules', label: t('settings.title') };
  return <VersionPage title={t('settings.rule')} list={list} error={error} onRetry={() => void refetch()} />;
}

function SettingPage({ page, setting }: { page: SchemeSettings; setting: Setting }) {
  const t = useT();
  const may = useMay();
  const kind = useSettingChanges(page);
  const [proposing, setProposing] = useState(false);
  const changes = page.changes.filter(({ key }) => key === setting.key);
  return (
    <VersionPage
      title={t(`settings.name.${setting.key}`)}
      lead={t(`settings.about.${setting.key}`)}
      list={{ to: '/rules', label: t('settings.title') }}
      onPropose={may('setting', 'propose') ? () => setProposing(true) : undefined}
    >
      <Holds setting={setting} />
      <ComingChanges changes={changes} kind={kind} />
      <SettingHistory setting={setting} changes={changes} />
      {proposing && <ProposeDialog setting={setting} onClose={() => setProposing(false)} />}
    </VersionPage>
  );
}

function Holds({ setting }: { setting: Setting }) {
  const t = useT();
  const words = useSettingWords();
  const label = (scheme: Setting['holds'][number]['scheme']) => {
    if (scheme) return words.scheme(scheme);
    return t(setting.holds.length > 1 ? 'settings.otherSchemes' : 'settings.holds');
  };
  return (
    <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 5, rowGap: 1.5 }}>
      {setting.holds.map(one => (
        <Fact key={one.scheme ?? ''} label={label(one.scheme)} note={words.from(one.from)}>
          {words.value(setting, one.value)}
        </Fact>
      ))}
      <Fact label={t('settings.source')}>{setting.source}</Fact>
    </Box>
  );
}
