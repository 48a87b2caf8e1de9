import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { RegisterInquiry } from '../cases/RegisterInquiry.tsx';
import { type ApplicationForm, CHANNELS, type channelVerdict } from './application-form.rules.ts';

interface ApplicationArrivalProps {
  form: ApplicationForm;
  verdict: ReturnType<typeof channelVerdict>;
  error: unknown;
  onChange: (part: Partial<ApplicationForm>) => void;
}

const languages = ['nb', 'nn', 'en'] as const;

/** How and when it came in, and whether it may come that way. */
export function ApplicationArrival({ form, verdict, error, onChange }: ApplicationArrivalProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  const fault = fieldText(error, 'channel');
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 240px))', gap: 1.5 }}>
        <TextField
          select
          required
          label={t('applications.form.channel')}
          value={form.channel}
          error={fault !== undefined}
          helperText={fault}
          onChange={event => onChange({ channel: event.target.value as ApplicationForm['channel'] })}
          fullWidth
        >
          {CHANNELS.map(channel => (
            <MenuItem key={channel} value={channel}>
              {t(`enums.channel.${channel}`)}
            </MenuItem>
          ))}
        </TextField>
        {verdict !== 'PHONE' && (
          <>
            <DateField
              required
              label={t('applications.form.received')}
              value={form.receivedOn}
              fault={fieldText(error, 'receivedOn')}
              onChange={receivedOn => onChange({ receivedOn })}
            />
            <TextField
              select
              label={t('applications.form.language')}
              value={form.language}
              onChange={event => onChange({ language: event.target.value as ApplicationForm['language'] })}
              fullWidth
            >
              {languages.map(language => (
                <MenuItem key={language} value={language}>
                  {t(`enums.language.${language}`)}
                </MenuItem>
              ))}
            </TextField>
          </>
        )}
      </Box>
      <Verdict verdict={verdict} />
    </Box>
  );
}

function Verdict({ verdict }: Pick<ApplicationArrivalProps, 'verdict'>) {
  const t = useT();
  const [noting, setNoting] = useState(false);
  if (verdict === 'OK') return null;
  if (verdict === 'NOT_ALLOWED')
    return <Notice tone="bad" role="status" title={t('applications.form.notByMail')} />;
  if (verdict === 'LOST')
    return (
      <Notice tone="warn" role="status" title={t('applications.form.wrongTitle')}>
        <Typography>{t('applications.form.wrongText')}</Typography>
      </Notice>
    );
  return (
    <Notice tone="info" role="status" title={t('applications.form.phoneTitle')}>
      <Typography sx={{ mb: 1 }}>{t('applications.form.phoneText')}</Typography>
      <Button size="small" variant="contained" onClick={() => setNoting(true)}>
        {t('applications.form.phoneAction')}
      </Button>
      <RegisterInquiry open={noting} onClose={() => setNoting(false)} />
    </Notice>
  );
}
