import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { setPriority, setPromise } from './case.provider.ts';
import { priorities, priorityName } from './priority.ts';
import { useCaseWrite } from './useCase.ts';
import { WriteFault } from './WriteFault.tsx';

export function PriorityDialog() {
  const t = useT();
  const { detail, close } = useCaseDesk();
  const [priority, choose] = useState(detail.priority);
  const write = useCaseWrite(detail, { done: 'casePage.done.SET_PRIORITY', onDone: close });
  return (
    <FormDialog
      title={t('casePage.action.SET_PRIORITY')}
      text={t('caseForms.priorityText')}
      confirm={t('shared.save')}
      busy={write.isPending}
      onClose={close}
      onSubmit={() => write.mutate(at => setPriority({ ...at, priority }))}
    >
      <RadioGroup
        aria-label={t('casePage.facts.priority')}
        value={String(priority)}
        onChange={(_, value) => choose(Number(value))}
      >
        {priorities.map(value => (
          <FormControlLabel
            key={value}
            value={String(value)}
            control={<Radio autoFocus={value === detail.priority} />}
            label={t(`cases.priority.${priorityName(value)}`)}
          />
        ))}
      </RadioGroup>
      <WriteFault error={write.error} title={t('casePage.failed.SET_PRIORITY')} />
    </FormDialog>
  );
}

/** What was promised to the customer; the deadline stays what it is. */
export function PromiseDialog() {
  const t = useT();
  const fieldText = useFieldErrorText();
  const { detail, close } = useCaseDesk();
  const [day, setDay] = useState(detail.promisedOn ?? '');
  const write = useCaseWrite(detail, { done: 'casePage.done.SET_PROMISE', onDone: close });
  const fault = fieldText(write.error, 'promisedOn');
  return (
    <FormDialog
      title={t('casePage.action.SET_PROMISE')}
      text={t('caseForms.promiseText')}
      confirm={t('shared.save')}
      busy={write.isPending}
      onClose={close}
      onSubmit={() => write.mutate(at => setPromise({ ...at, promisedOn: day || null }))}
    >
      <DateField
        label={t('casePage.facts.promised')}
        value={day}
        onChange={setDay}
        fault={fault}
        help={t('caseForms.promiseHelp')}
        autoFocus
      />
      <WriteFault error={write.error} title={t('casePage.failed.SET_PROMISE')} />
    </FormDialog>
  );
}
