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
import { type InquiryInput, registerInquiry } from './case-list.provider.ts';

const channels = ['PHONE', 'LETTER', 'EDIALOG', 'EMAIL', 'PORTAL'] as const;
const languages = ['nb', 'nn', 'en'] as const;

interface InquiryForm {
  title: string;
  description: string;
  channel: InquiryInput['channel'];
  language: InquiryInput['language'];
  orgNumber: string;
  orderNumber: string;
  dueDays: string;
}
const blank: InquiryForm = {
  title: '',
  description: '',
  channel: 'PHONE',
  language: 'nb',
  orgNumber: '',
  orderNumber: '',
  dueDays: '5',
};

const inputOf = (form: InquiryForm): InquiryInput => ({
  title: form.title.trim(),
  description: form.description.trim(),
  channel: form.channel,
  language: form.language,
  orgNumber: form.orgNumber.trim() || null,
  orderNumber: form.orderNumber.trim() || null,
  dueDays: Number(form.dueDays) || null,
});

interface RegisterInquiryProps {
  open: boolean;
  onClose: () => void;
}

/** An inquiry that came by phone, letter or mail. What is typed stays when the window is closed, until it is registered. */
export function RegisterInquiry({ open, onClose }: RegisterInquiryProps) {
  const t = useT();
  const notify = useNotify();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [form, setForm] = useState(blank);
  useUnsaved(form.title !== '' || form.description !== '');
  const register = useMutation({
    mutationFn: () => registerInquiry(inputOf(form)),
    onSuccess: ({ id, number }) => {
      setForm(blank);
      notify(t('cases.inquiry.registered', { number }), { type: 'success' });
      for (const key of ['cases', 'my-day', 'menu-counts'])
        void queryClient.invalidateQueries({ queryKey: [key] });
      onClose();
      void navigate(`/cases/${id}`);
    },
  });
  if (!open) return null;
  return (
    <FormDialog
      title={t('cases.inquiry.title')}
      text={t('cases.inquiry.text')}
      confirm={t('cases.inquiry.confirm')}
      busy={register.isPending}
      wide
      onClose={onClose}
      onSubmit={() => register.mutate()}
    >
      <InquiryFields form={form} error={register.error} onChange={part => setForm({ ...form, ...part })} />
      {register.error && <ErrorPanel error={register.error} title={t('cases.inquiry.failed')} />}
    </FormDialog>
  );
}

interface InquiryFieldsProps {
  form: InquiryForm;
  error: unknown;
  onChange: (part: Partial<InquiryForm>) => void;
}

function InquiryFields({ form, error, onChange }: InquiryFieldsProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  const field = (name: keyof InquiryForm) => {
    const fault = fieldText(error, name);
    return {
      label: t(`cases.inquiry.${name === 'title' ? 'subject' : name}`),
      value: form[name],
      error: fault !== undefined,
      helperText: fault,
      fullWidth: true,
      onChange: (event: { target: { value: string } }) => onChange({ [name]: event.target.value }),
    };
  };
  return (
    <>
      <TextField {...field('title')} required autoFocus slotProps={{ htmlInput: { maxLength: 200 } }} />
      <TextField
        {...field('description')}
        required
        multiline
        minRows={4}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
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
        <TextField
          {...field('orgNumber')}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 20 } }}
        />
        <TextField {...field('orderNumber')} slotProps={{ htmlInput: { maxLength: 20 } }} />
        <TextField {...field('dueDays')} type="number" slotProps={{ htmlInput: { min: 1, max: 250 } }} />
      </Box>
    </>
  );
}
