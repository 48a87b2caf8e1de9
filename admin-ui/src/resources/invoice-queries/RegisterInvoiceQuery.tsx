import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useUnsaved } from '../../shared/unsaved.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import type { RegisterInput } from './invoice-query.documents.ts';
import { registerInvoiceQuery } from './invoice-query.provider.ts';

const channels = ['PHONE', 'PORTAL', 'LETTER', 'EMAIL'] as const;
const languages = ['nb', 'nn', 'en'] as const;
const texts = [
  'contactName',
  'contactEmail',
  'company',
  'orgNumber',
  'invoiceNumber',
  'orderNumber',
] as const;

type Form = Record<(typeof texts)[number], string> & {
  text: string;
  channel: RegisterInput['channel'];
  language: RegisterInput['language'];
};
const blank: Form = {
  ...{ contactName: '', contactEmail: '', company: '', orgNumber: '', invoiceNumber: '', orderNumber: '' },
  ...{ text: '', channel: 'PHONE', language: 'nb' },
};

const inputOf = (form: Form): RegisterInput => ({
  ...form,
  ...Object.fromEntries(
    texts.filter(name => name !== 'contactEmail').map(name => [name, form[name].trim() || null]),
  ),
});

interface RegisterInvoiceQueryProps {
  open: boolean;
  onClose: () => void;
}

/** A query that came by phone, letter or in the portal. What is typed stays when the window is closed, until it is registered. */
export function RegisterInvoiceQuery({ open, onClose }: RegisterInvoiceQueryProps) {
  const t = useT();
  const notify = useNotify();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [form, setForm] = useState(blank);
  useUnsaved(form.text !== '');
  const register = useMutation({
    mutationFn: () => registerInvoiceQuery(inputOf(form)),
    onSuccess: ({ id, number }) => {
      setForm(blank);
      notify(t('invoiceQueries.register.done', { number }), { type: 'success' });
      for (const key of ['cases', 'my-day', 'menu-counts'])
        void queryClient.invalidateQueries({ queryKey: [key] });
      onClose();
      void navigate(`/cases/${id}`);
    },
  });
  if (!open) return null;
  return (
    <FormDialog
      title={t('invoiceQueries.register.title')}
      text={t('invoiceQueries.register.text')}
      confirm={t('invoiceQueries.register.confirm')}
      busy={register.isPending}
      wide
      onClose={onClose}
      onSubmit={() => register.mutate()}
    >
      <Fields form={form} error={register.error} onChange={part => setForm({ ...form, ...part })} />
      {register.error && <ErrorPanel error={register.error} title={t('invoiceQueries.register.failed')} />}
    </FormDialog>
  );
}

interface FieldsProps {
  form: Form;
  error: unknown;
  onChange: (part: Partial<Form>) => void;
}

function Fields({ form, error, onChange }: FieldsProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  const field = (name: keyof Form) => {
    const fault = fieldText(error, name);
    return {
      label: t(`invoiceQueries.register.${name === 'text' ? 'words' : name}`),
      value: form[name],
      error: fault !== undefined,
      helperText: fault,
      fullWidth: true,
      onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
    };
  };
  return (
    <>
      <TextField
        {...field('text')}
        required
        autoFocus
        multiline
        minRows={4}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        {texts.map(name => (
          <TextField
            key={name}
            {...field(name)}
            required={name === 'contactEmail'}
            slotProps={{ htmlInput: { maxLength: 200 } }}
          />
        ))}
        <TextField {...field('channel')} select>
          {channels.map(channel => (
            <MenuItem key={channel} value={channel}>
              {t(`enums.channel.${channel}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField {...field('language')} select>
          {languages.map(language => (
            <MenuItem key={language} value={language}>
              {t(`enums.language.${language}`)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </>
  );
}
