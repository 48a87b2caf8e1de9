import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { PageHead } from '../../shared/PageHead.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { DeclareTie } from './DeclareTie.tsx';
import { TieList } from './TieList.tsx';

/** `/my-ties`: whom and which firms I am tied to, so that no such case becomes mine (fvl. § 6). */
export function MyTies() {
  const t = useT();
  return (
    <>
      <PageHead title={t('ties.title')} lead={t('ties.lead')} />
      <Box
        sx={{
          ...{ px: 3, pb: 3, display: 'grid', gap: 2, alignItems: 'start' },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) minmax(0, 440px)' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2 }}>
          <TieList />
          <Why />
        </Box>
        <DeclareTie />
      </Box>
    </>
  );
}

const POINTS = ['why', 'whoSees', 'whatHappens', 'ends'] as const;

function Why() {
  const t = useT();
  return (
    <Panel title={t('ties.about.title')}>
      <Box component="dl" sx={{ display: 'grid', gap: 1.25, m: 0 }}>
        {POINTS.map(point => (
          <Box key={point}>
            <Typography component="dt" variant="subtitle2">
              {t(`ties.about.${point}.title`)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, color: 'desk.text2', maxWidth: '68ch' }}>
              {t(`ties.about.${point}.text`)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
