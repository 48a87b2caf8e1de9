import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type SyntheticEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { type Language, useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { useErrorText } from '../../shared/useErrorText.ts';
import type { AnswerInput } from './access-log.provider.ts';

const LANGUAGES = [
  ['nb', 'Bokmål'],
  ['nn', 'Nynorsk'],
  ['en', 'English'],
] as const satisfies readonly (readonly [Language, string])[];

interface AnswerFormProps {
  busy: boolean;
  error: unknown;
  onMake: (input: AnswerInput) => void;
}

interface Asked {
  caseNumber: string;
  reference: string;
  from: string;
  language: Language | '';
  withNames: boolean;
}

/** Whose data, and where the request is filed: both must be there before anything is looked up. */
export function AnswerForm({ busy, error, onMake }: AnswerFormProps) {
  const t = useT();
  const errorText = useErrorText();
  const [params] = useSearchParams();
  const first = {
    caseNumber: params.get('case') ?? '',
    reference: '',
    from: '',
    language: '',
    withNames: false,
  } as const;
  const [asked, setAsked] = useState<Asked>(first);
  const change = (part: Partial<Asked>) => setAsked({ ...asked, ...part });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy || asked.caseNumber.trim() === '' || asked.reference.trim() === '') return;
    const { from, language, ...rest } = asked;
    onMake({ ...rest, from: from || null, language: language || null });
  };
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 2 }}>
      <TextField
        label={t('accessLog.caseNumber')}
        helperText={t('accessLog.caseNumberHelp')}
        value={asked.caseNumber}
        onChange={event => change({ caseNumber: event.target.value })}
        required
      />
      <TextField
        label={t('accessLog.reference')}
        helperText={t('accessLog.referenceHelp')}
        value={asked.reference}
        onChange={event => change({ reference: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
      />
      <DateField
        label={t('accessLog.fromDay')}
        help={t('accessLog.fromHelp')}
        value={asked.from}
        onChange={from => change({ from })}
      />
      <LanguageChoice value={asked.language} onChange={language => change({ language })} />
      <NamesChoice value={asked.withNames} onChange={withNames => change({ withNames })} />
      {error ? <Notice tone="bad" role="alert" title={errorText(error)} /> : null}
      <Button type="submit" variant="contained" aria-disabled={busy} sx={{ justifySelf: 'start' }}>
        {t('accessLog.make')}
      </Button>
    </Box>
  );
}

function LanguageChoice({
  value,
  onChange,
}: {
  value: Language | '';
  onChange: (value: Language | '') => void;
}) {
  const t = useT();
  return (
    <TextField
      select
      label={t('accessLog.language')}
      value={value}
      onChange={event => onChange(event.target.value as Language | '')}
      slotProps={{ select: { displayEmpty: true } }}
    >
      <MenuItem value="">{t('accessLog.ownLanguage')}</MenuItem>
      {LANGUAGES.map(([code, name]) => (
        <MenuItem key={code} value={code} lang={code}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}

function NamesChoice({ value, onChange }: { value: boolean; onChange: (value: boolean) => void }) {
  const t = useT();
  return (
    <Box>
      <FormControlLabel
        label={t('accessLog.withNames')}
        control={
          <Checkbox
            checked={value}
            onChange={event => onChange(event.target.checked)}
            slotProps={{ input: { 'aria-describedby': 'with-names-help' } }}
          />
        }
      />
      <FormHelperText id="with-names-help">{t('accessLog.withNamesHelp')}</FormHelperText>
    </Box>
  );
}
