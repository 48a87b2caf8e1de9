import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { StatusIcon } from '../../shared/StatusChip.tsx';
import { useCaseWrite } from '../cases/useCase.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { missingOf } from './application-next.rules.ts';
import { useWords } from './application-words.ts';
import { openCardOrdering } from './approval.provider.ts';
import { CONDITION_SHAPES, lookOf } from './approval.rules.ts';
import { useChanged } from './useChanged.ts';

/** Lets the firm order cards, or says which conditions hinder it. */
export function OrderingDialog() {
  const t = useT();
  const { application, detail, close, open } = useApplicationDesk();
  const changed = useChanged();
  const hindered = missingOf(application).length > 0;
  const mayAsk = detail.allowedActions.includes('ASK_FOR_DOCUMENTS');
  const write = useCaseWrite(detail, {
    done: 'approvals.ordering.done',
    onDone: () => {
      changed();
      close();
    },
  });
  return (
    <FormDialog
      title={t(hindered ? 'approvals.ordering.hindered' : 'approvals.ordering.title')}
      text={t(hindered ? 'approvals.ordering.hinderedText' : 'approvals.ordering.text')}
      confirm={t(hindered ? 'decisions.ask.title' : 'approvals.ordering.confirm')}
      busy={write.isPending || (hindered && !mayAsk)}
      onClose={close}
      onSubmit={() => (hindered ? open('ASK') : write.mutate(openCardOrdering))}
    >
      <Hindrances />
      {write.error && <ErrorPanel error={write.error} />}
    </FormDialog>
  );
}

function Hindrances() {
  const t = useT();
  const words = useWords();
  const missing = missingOf(useApplicationDesk().application);
  if (missing.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.75 }}>
      {missing.map(requirement => {
        const look = lookOf(requirement);
        return (
          <Box
            component="li"
            key={requirement.key}
            sx={{ display: 'flex', gap: 1, '& > svg': { flex: 'none', mt: '2px', color: 'desk.warn.icon' } }}
          >
            <StatusIcon shape={CONDITION_SHAPES[look]} size={18} />
            <div>
              {words(requirement.label)}
              <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
                {t(`approvals.conditions.look.${look}`)}
              </Typography>
            </div>
          </Box>
        );
      })}
    </Box>
  );
}
