import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Section } from '../../shared/Section.tsx';
import { osloToday } from '../../shared/today.ts';
import { useUnsaved } from '../../shared/unsaved.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { registerApproval } from './approval.provider.ts';
import { approvalCodes } from './approval.rules.ts';
import {
  type ApprovalForm,
  approvalInput,
  asksForWorkers,
  blankApproval,
  channels,
  namesEverybody,
} from './approval-form.rules.ts';
import { WorkerRows } from './WorkerRows.tsx';

/** `/applications/new-approval`: a firm's application for approval as it came in; the firm is in its register from then on. */
export function RegisterApproval() {
  const t = useT();
  const [params] = useSearchParams();
  const [form, setForm] = useState(() => blankApproval(params, osloToday()));
  const register = useRegister();
  useUnsaved(!register.isSuccess && (form.code !== '' || form.note !== '' || form.namedWorkers.length > 0));
  const input = approvalInput(form);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (input && !register.isPending) register.mutate(input);
  };
  const fields = {
    ...{ form, error: register.error },
    onChange: (part: Partial<ApprovalForm>) => setForm(now => ({ ...now, ...part })),
  };
  return (
    <form noValidate onSubmit={submit}>
      <PageHead
        title={t('approvals.form.title')}
        lead={t('approvals.form.lead')}
        actions={
          <Button type="submit" variant="contained" aria-disabled={!input}>
            {t('applications.form.confirm')}
          </Button>
        }
      />
      <Box sx={{ px: 3, pb: 4, display: 'grid', gap: 2, maxWidth: 880 }}>
        {register.error && <ErrorPanel error={register.error} title={t('applications.form.failed')} />}
        <Section title={t('approvals.form.arrival')}>
          <Arrival {...fields} />
          {form.code === 'STAFFING_AGENCY' && (
            <Typography sx={{ mt: 1, color: 'desk.text2' }}>{t('approvals.form.automatic')}</Typography>
          )}
        </Section>
        <Section title={t('applications.form.details')}>
          <About {...fields} />
        </Section>
        {asksForWorkers(form.code) && <WorkerRows {...fields} />}
      </Box>
    </form>
  );
}

function useRegister() {
  const t = useT();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: registerApproval,
    onSuccess: ({ caseId, number }) => {
      for (const key of ['applications', 'cases', 'my-day', 'menu-counts', 'firm', 'firm-register'])
        void client.invalidateQueries({ queryKey: [key] });
      notify(t('applications.form.done', { number }), { type: 'success' });
      void navigate(`/cases/${caseId}`);
    },
  });
}

interface FieldsProps {
  form: ApprovalForm;
  error: unknown;
  onChange: (part: Partial<ApprovalForm>) => void;
}

const three = { display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', gap: 1.5 } as const;
const languages = ['nb', 'nn', 'en'] as const;

/** What kind of approval, and how and when it came. */
function Arrival({ form, error, onChange }: FieldsProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  return (
    <Box sx={three}>
      <Choice
        label={t('approvals.form.code')}
        value={form.code}
        options={approvalCodes.map(value => ({ value, label: t(`entries.code.${value}`) }))}
        onChange={code => onChange({ code })}
      />
      <Choice
        label={t('applications.form.channel')}
        value={form.channel}
        options={channels.map(value => ({ value, label: t(`enums.channel.${value}`) }))}
        onChange={channel => onChange({ channel })}
      />
      <DateField
        required
        label={t('applications.form.received')}
        value={form.receivedOn}
        fault={fieldText(error, 'receivedOn')}
        onChange={receivedOn => onChange({ receivedOn })}
      />
      <Choice
        label={t('applications.form.language')}
        value={form.language}
        options={languages.map(value => ({ value, label: t(`enums.language.${value}`) }))}
        onChange={language => onChange({ language })}
      />
    </Box>
  );
}

/** The firm, its size, and what only its kind is asked. */
function About({ form, error, onChange }: FieldsProps) {
  const t = useT();
  const text = useText({ form, error, onChange });
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={three}>
        {text('orgNumber', { label: t('applications.form.orgNumber'), required: true, numeric: true })}
        {text('employees', { label: t('approvals.form.employees'), required: true, numeric: true })}
        {asksForWorkers(form.code) &&
          !namesEverybody(form) &&
          text('workers', { label: t('approvals.form.workers'), required: true, numeric: true })}
        {form.code === 'CAR_CARE_FIRM' && (
          <Choice
            label={t('approvals.form.discharge')}
            value={form.dischargeDuty}
            options={[
              { value: 'YES' as const, label: t('approvals.form.yes') },
              { value: 'NO' as const, label: t('approvals.form.no') },
            ]}
            onChange={dischargeDuty => onChange({ dischargeDuty })}
          />
        )}
        {text('contactName', { label: t('applications.form.contactName') })}
        {text('contactEmail', { label: t('applications.form.contactEmail') })}
      </Box>
      {text('note', { label: t('applications.form.note'), rows: 2 })}
    </Box>
  );
}

type TextName = 'orgNumber' | 'employees' | 'workers' | 'contactName' | 'contactEmail' | 'note';
interface TextLook {
  label: string;
  required?: boolean;
  numeric?: boolean;
  rows?: number;
}

function useText({ form, error, onChange }: FieldsProps) {
  const fieldText = useFieldErrorText();
  return (name: TextName, { label, required = false, numeric = false, rows }: TextLook) => {
    const fault = fieldText(error, name);
    const input = { maxLength: rows ? 2000 : 200, autoComplete: 'off' };
    return (
      <TextField
        label={label}
        value={form[name]}
        required={required}
        error={fault !== undefined}
        helperText={fault}
        fullWidth
        {...(rows && { multiline: true, minRows: rows })}
        slotProps={{ htmlInput: numeric ? { ...input, inputMode: 'numeric' } : input }}
        onChange={event => onChange({ [name]: event.target.value })}
      />
    );
  };
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value | '';
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <TextField
      select
      required
      label={label}
      value={value}
      fullWidth
      onChange={event => onChange(event.target.value as Value)}
    >
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
