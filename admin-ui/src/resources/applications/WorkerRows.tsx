import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import { Section } from '../../shared/Section.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import {
  type ApprovalForm,
  type FormWorker,
  mostWorkers,
  relations,
  withWorker,
} from './approval-form.rules.ts';
import { NameFields } from './NameFields.tsx';

interface WorkerRowsProps {
  form: ApprovalForm;
  error: unknown;
  onChange: (part: Partial<ApprovalForm>) => void;
}

/** Those who work in the firm without being employed in it, a row for each. */
export function WorkerRows({ form, error, onChange }: WorkerRowsProps) {
  const t = useT();
  const fault = useFieldErrorText()(error, 'namedWorkers');
  const add = useRef<HTMLButtonElement>(null);
  const { namedWorkers } = form;
  const put = (workers: readonly FormWorker[]) => onChange({ namedWorkers: workers });
  const remove = (gone: FormWorker) => {
    put(namedWorkers.filter(({ row }) => row !== gone.row));
    announce(t('approvals.workers.removed'));
    add.current?.focus();
  };
  return (
    <Section title={t('approvals.workers.form')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography sx={{ color: 'desk.text2' }}>{t('approvals.workers.lead')}</Typography>
        {namedWorkers.map((worker, index) => (
          <WorkerRow
            key={worker.row}
            {...{ worker, index, error }}
            onChange={changed => put(namedWorkers.map(one => (one.row === changed.row ? changed : one)))}
            onRemove={() => remove(worker)}
          />
        ))}
        {fault && <FormHelperText error>{fault}</FormHelperText>}
        {namedWorkers.length < mostWorkers && (
          <Button
            ref={add}
            variant="outlined"
            sx={{ justifySelf: 'start' }}
            onClick={() => put(withWorker(form))}
          >
            {t('approvals.workers.add')}
          </Button>
        )}
      </Box>
    </Section>
  );
}

interface WorkerRowProps {
  worker: FormWorker;
  index: number;
  error: unknown;
  onChange: (worker: FormWorker) => void;
  onRemove: () => void;
}

function WorkerRow({ worker, index, error, onChange, onRemove }: WorkerRowProps) {
  const t = useT();
  const relation = useRef<HTMLInputElement>(null);
  const n = index + 1;
  useEffect(() => relation.current?.focus(), []);
  return (
    <Box
      component="fieldset"
      aria-label={t('approvals.workers.row', { n })}
      sx={{ border: 0, m: 0, p: 0, minWidth: 0, display: 'grid', gap: 1.5 }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1.5, alignItems: 'end' }}>
        <TextField
          select
          required
          fullWidth
          inputRef={relation}
          label={t('approvals.workers.relation')}
          value={worker.relation}
          onChange={event => onChange({ ...worker, relation: event.target.value as FormWorker['relation'] })}
        >
          {relations.map(value => (
            <MenuItem key={value} value={value}>
              {t(`approvals.workers.is.${value}`)}
            </MenuItem>
          ))}
        </TextField>
        <Button aria-label={t('approvals.workers.removeRow', { n })} onClick={onRemove}>
          {t('approvals.workers.remove')}
        </Button>
      </Box>
      <NameFields
        of={`namedWorkers[${index}]`}
        person={worker}
        error={error}
        onChange={person => onChange({ ...worker, ...person })}
      />
    </Box>
  );
}
