import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId, useState } from 'react';
import { type MessageKey, useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import type { DutyQuestion } from './transport-duty.documents.ts';

interface DutyFormProps {
  input: DutyQuestion;
  /** Of the question asked last. */
  error: unknown;
  onChange: (change: Partial<DutyQuestion>) => void;
}

const TASKS = ['DRIVE_OR_HELP', 'OFFICE_OR_WAREHOUSE'] as const;
const RELATIONS = ['EMPLOYEE', 'OWNER', 'FREELANCER', 'HIRED_IN', 'POSTED', 'VOLUNTEER'] as const;
const GOODS = ['OTHERS_PAID', 'OTHERS_UNPAID', 'OWN'] as const;
const OWN = ['auxiliary', 'people', 'vehicle'] as const;
const OWN_TEXT = {
  auxiliary: 'transportDuty.ownAuxiliary',
  people: 'transportDuty.ownPeople',
  vehicle: 'transportDuty.ownVehicle',
} as const;

/** The questions, in the order in which a caller answers them; Tab to the next, arrows within one. */
export function DutyForm({ input, error, onChange }: DutyFormProps) {
  const t = useT();
  const { task, relation, goods, own, otherCard } = input;
  return (
    <Box
      component="form"
      noValidate
      onSubmit={event => event.preventDefault()}
      sx={{ display: 'grid', gap: 2.5 }}
    >
      <Choice
        label="transportDuty.task"
        values={TASKS}
        value={task}
        text={value => t(`transportDuty.tasks.${value}`)}
        onChange={value => onChange({ task: value })}
      />
      <Choice
        label="transportDuty.relation"
        values={RELATIONS}
        value={relation}
        text={value => t(`transportDuty.relations.${value}`)}
        onChange={value => onChange({ relation: value })}
      />
      <Choice
        label="transportDuty.goods"
        values={GOODS}
        value={goods}
        text={value => t(`transportDuty.goodsOf.${value}`)}
        onChange={value => onChange({ goods: value })}
      />
      {goods === 'OWN' && (
        <Group label="transportDuty.own">
          {OWN.map(name => (
            <Tick
              key={name}
              label={OWN_TEXT[name]}
              on={own[name]}
              onChange={on => onChange({ own: { ...own, [name]: on } })}
            />
          ))}
        </Group>
      )}
      <Vehicle input={input} error={error} onChange={onChange} />
      <Tick label="transportDuty.otherCard" on={otherCard} onChange={on => onChange({ otherCard: on })} />
      <Box sx={{ width: 200 }}>
        <DateField
          label={t('transportDuty.on')}
          value={input.on ?? ''}
          onChange={on => onChange({ on: on || null })}
        />
      </Box>
    </Box>
  );
}

function Vehicle({ input, error, onChange }: DutyFormProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  const [text, setText] = useState(String(input.totalKg));
  const weight = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, 6);
    setText(digits);
    if (digits !== '') onChange({ totalKg: Number(digits) });
  };
  const fault = fieldText(error, 'totalKg');
  return (
    <Group label="transportDuty.vehicle">
      <Box sx={{ width: 200, mt: 0.5 }}>
        <TextField
          label={t('transportDuty.totalKg')}
          value={text}
          onChange={event => weight(event.target.value)}
          error={fault !== undefined}
          helperText={fault ?? t('transportDuty.totalKgHelp')}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 9 } }}
          fullWidth
        />
      </Box>
      <Tick label="transportDuty.electric" on={input.electric} onChange={on => onChange({ electric: on })} />
    </Group>
  );
}

function Group({ label, children }: { label: MessageKey; children: ReactNode }) {
  const t = useT();
  const id = useId();
  return (
    <Box role="group" aria-labelledby={id} sx={{ display: 'grid' }}>
      <Typography id={id} sx={{ fontWeight: 500 }}>
        {t(label)}
      </Typography>
      {children}
    </Box>
  );
}

interface ChoiceProps<Value extends string> {
  label: MessageKey;
  values: readonly Value[];
  value: Value;
  text: (value: Value) => string;
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, values, value, text, onChange }: ChoiceProps<Value>) {
  const t = useT();
  const id = useId();
  return (
    <Box sx={{ display: 'grid' }}>
      <Typography id={id} sx={{ fontWeight: 500 }}>
        {t(label)}
      </Typography>
      <RadioGroup aria-labelledby={id} value={value} sx={{ flexDirection: 'row', columnGap: 1 }}>
        {values.map(one => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio onChange={() => onChange(one)} />}
            label={text(one)}
          />
        ))}
      </RadioGroup>
    </Box>
  );
}

function Tick({ label, on, onChange }: { label: MessageKey; on: boolean; onChange: (on: boolean) => void }) {
  const t = useT();
  return (
    <FormControlLabel
      control={<Checkbox checked={on} onChange={event => onChange(event.target.checked)} />}
      label={t(label)}
    />
  );
}
