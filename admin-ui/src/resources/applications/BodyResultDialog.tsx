import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { osloToday } from '../../shared/today.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useCaseWrite } from '../cases/useCase.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { recordAppealsBodyResult, withdrawAppeal } from './decision.provider.ts';
import { useChanged } from './useChanged.ts';

const outcomes = ['UPHELD', 'REVERSED', 'SENT_BACK'] as const;

function useSettling(done: 'decisions.bodyResult.done' | 'decisions.withdrawAppeal.done') {
  const { detail, close } = useApplicationDesk();
  const changed = useChanged();
  const onDone = () => {
    changed();
    close();
  };
  return useCaseWrite(detail, { done, onDone });
}

/** What the appeals body has said: the decision stands, or the case is open again and is decided anew here. */
export function BodyResultDialog() {
  const t = useT();
  const fieldText = useFieldErrorText();
  const { close } = useApplicationDesk();
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | ''>('');
  const [decidedOn, setDecided] = useState(osloToday());
  const record = useSettling('decisions.bodyResult.done');
  return (
    <FormDialog
      title={t('decisions.bodyResult.title')}
      text={t('decisions.bodyResult.text')}
      confirm={t('decisions.bodyResult.confirm')}
      busy={record.isPending || outcome === '' || decidedOn === ''}
      onClose={close}
      onSubmit={() => outcome && record.mutate(at => recordAppealsBodyResult({ ...at, outcome, decidedOn }))}
    >
      <TextField
        select
        label={t('decisions.bodyResult.outcome')}
        value={outcome}
        onChange={event => setOutcome(event.target.value as typeof outcome)}
        required
        fullWidth
      >
        {outcomes.map(one => (
          <MenuItem key={one} value={one}>
            {t(`decisions.bodyOutcome.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <DateField
        label={t('decisions.bodyResult.on')}
        value={decidedOn}
        onChange={setDecided}
        fault={fieldText(record.error, 'decidedOn')}
        required
      />
      {record.error && <ErrorPanel error={record.error} />}
    </FormDialog>
  );
}

/** The appellant has taken the appeal back: what was decided stands. */
export function WithdrawAppealDialog() {
  const t = useT();
  const { close } = useApplicationDesk();
  const withdraw = useSettling('decisions.withdrawAppeal.done');
  return (
    <FormDialog
      title={t('decisions.withdrawAppeal.title')}
      text={t('decisions.withdrawAppeal.text')}
      confirm={t('decisions.withdrawAppeal.confirm')}
      busy={withdraw.isPending}
      onClose={close}
      onSubmit={() => withdraw.mutate(withdrawAppeal)}
    >
      {withdraw.error && <ErrorPanel error={withdraw.error} />}
    </FormDialog>
  );
}
