import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { SrOnly } from '../../shared/SrOnly.tsx';
import { pickedInTab, TABS, type Tab as TabName } from './bench.rules.ts';
import { CommentBox } from './CommentBox.tsx';
import { ObjectionNotice } from './ObjectionNotice.tsx';
import { ReasonList } from './ReasonList.tsx';
import type { BenchActions } from './useBenchActions.ts';
import type { BenchDesk } from './useBenchDesk.ts';

function ReasonTabs({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const { choice, catalogue, dispatch } = desk;
  return (
    <Tabs
      value={choice.tab}
      onChange={(_, tab: TabName) => dispatch({ type: 'TAB', tab })}
      aria-label={t('bench.rules.title')}
      sx={{ mx: -2, px: 1, mt: 0.5, flex: 'none' }}
    >
      {TABS.map(tab => {
        const n = pickedInTab(choice, catalogue, tab);
        return (
          <Tab
            key={tab}
            value={tab}
            id={`bench-tab-${tab}`}
            aria-controls={`bench-panel-${tab}`}
            label={
              <span>
                {t(`bench.rules.tab${tab}`)}
                {n > 0 && (
                  <Typography component="span" variant="caption" sx={{ ml: 0.75, color: 'desk.text2' }}>
                    {t('bench.rules.picked', { n })}
                  </Typography>
                )}
              </span>
            }
          />
        );
      })}
    </Tabs>
  );
}

/** The rules, what was measured, and the reasons to reject: one row is all three. */
export function ReasonPanel({ desk, actions }: { desk: BenchDesk; actions: BenchActions }) {
  const t = useT();
  const { tab, comment } = desk.choice;
  const working = desk.mode === 'WORK';
  const hasText = comment !== '';
  return (
    <Box
      component="section"
      aria-labelledby="bench-rules"
      sx={{ px: 2, pb: 1.5, overflow: 'auto', minHeight: 0, display: 'flex', flexDirection: 'column' }}
    >
      <SrOnly>
        <h2 id="bench-rules">{t('bench.rules.title')}</h2>
      </SrOnly>
      <ReasonTabs desk={desk} />
      <Box role="tabpanel" id={`bench-panel-${tab}`} aria-labelledby={`bench-tab-${tab}`}>
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0,1fr) 134px',
            px: 0.75,
            pt: 1.25,
            pb: 0.5,
            fontSize: 12,
            lineHeight: '16px',
            color: 'desk.text2',
          }}
        >
          <span>{t(tab === 'FINAL' ? 'bench.rules.final' : 'bench.rules.repairable')}</span>
          {tab !== 'FINAL' && <span>{t('bench.rules.measured')}</span>}
        </Box>
        <ReasonList desk={desk} />
      </Box>
      <ObjectionNotice desk={desk} />
      {working || hasText ? (
        <CommentBox desk={desk} actions={actions} />
      ) : (
        desk.mode === 'FREE' && (
          <Typography sx={{ color: 'desk.text2', mt: 1.5 }}>{t('bench.rules.readOnly')}</Typography>
        )
      )}
    </Box>
  );
}
