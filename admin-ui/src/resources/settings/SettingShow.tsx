import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { NotFound } from '../../layout/NotFound.tsx';
import { useMay } from '../../session.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { SettingChanges } from './SettingChanges.tsx';
import { SettingHistory } from './SettingHistory.tsx';
import type { SchemeSettings, Setting } from './setting.documents.ts';
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
  return (
    <>
      <PageHead title={t('settings.rule')} crumb={<Crumb />} />
      <Box sx={{ px: 3 }}>
        {error ? <ErrorPanel error={error} onRetry={() => void refetch()} /> : <LoadingShape shape="panel" />}
      </Box>
    </>
  );
}

function Crumb() {
  const t = useT();
  return (
    <Link component={RouterLink} to="/rules">
      {t('settings.title')}
    </Link>
  );
}

function SettingPage({ page, setting }: { page: SchemeSettings; setting: Setting }) {
  const t = useT();
  const may = useMay();
  const [proposing, setProposing] = useState(false);
  const changes = page.changes.filter(({ key }) => key === setting.key);
  const coming = changes.filter(({ state }) => state === 'WAITING' || state === 'COMING');
  const propose = (
    <Button variant="contained" onClick={() => setProposing(true)}>
      {t('settings.propose')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t(`settings.name.${setting.key}`)}
        crumb={<Crumb />}
        lead={t(`settings.about.${setting.key}`)}
        actions={may('setting', 'propose') ? propose : undefined}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5, maxWidth: 860 }}>
        <Holds setting={setting} />
        <Box component="section" aria-labelledby="setting-coming" sx={{ display: 'grid', gap: 1 }}>
          <Typography variant="h2" id="setting-coming">
            {t('settings.coming')}
          </Typography>
          {coming.length === 0 && <Typography>{t('settings.comingNone')}</Typography>}
          <SettingChanges page={page} changes={coming} />
        </Box>
        <SettingHistory setting={setting} changes={changes} />
      </Box>
      {proposing && <ProposeDialog setting={setting} onClose={() => setProposing(false)} />}
    </>
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
