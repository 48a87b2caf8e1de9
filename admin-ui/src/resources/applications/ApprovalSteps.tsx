import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { SrOnly } from '../../shared/SrOnly.tsx';
import { StatusIcon, type StatusShape } from '../../shared/StatusChip.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { type StepState, stepsOf } from './approval.rules.ts';

const SHAPES: Readonly<Record<StepState['state'], StatusShape>> = {
  done: 'approved',
  now: 'ready',
  next: 'unowned',
  lost: 'rejected',
};
const COLORS: Readonly<Record<StepState['state'], string>> = {
  done: 'desk.ok.icon',
  now: 'desk.accentText',
  next: 'desk.text2',
  lost: 'desk.bad.icon',
};

/** How far the firm has come in its register: application, ordering of cards, approval. */
export function ApprovalSteps() {
  const t = useT();
  const { application } = useApplicationDesk();
  const { approval, coverage } = application;
  return (
    <Box component="section" aria-label={t('approvals.steps.title')}>
      <Typography variant="h2">{t('approvals.steps.title')}</Typography>
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
        {t(`applications.register.${application.register}`)}:{' '}
        {approval ? t(`firms.approval.${approval}`) : t('approvals.steps.none')}
      </Typography>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, display: 'grid', gap: 0.5 }}>
        {stepsOf(approval, coverage !== null).map(({ step, state }) => (
          <Box
            component="li"
            key={step}
            aria-current={state === 'now' ? 'step' : undefined}
            sx={{
              ...{ display: 'flex', alignItems: 'center', gap: 1 },
              ...{
                fontWeight: state === 'now' ? 500 : 400,
                color: state === 'next' ? 'desk.text2' : 'desk.text',
              },
              '& > svg': { color: COLORS[state], flex: 'none' },
            }}
          >
            <StatusIcon shape={SHAPES[state]} size={18} />
            <span>
              {t(state === 'lost' ? 'approvals.steps.lost' : `approvals.steps.${step}`)}
              <SrOnly>, {t(`approvals.steps.state.${state}`)}</SrOnly>
            </span>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
