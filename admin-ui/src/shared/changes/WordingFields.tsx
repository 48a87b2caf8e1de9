import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { type EnumOf } from '../../graphql/graphql.ts';
import { useT } from '../../i18n/index.ts';
import type { FaultOf } from './ProposalDialog.tsx';

type Language = EnumOf<'Language'>;
type Wording = Record<Language, string>;

interface WordingFieldsProps {
  label: string;
  value: Wording;
  onChange: (value: Wording) => void;
  fault: FaultOf;
  /** As the server calls it. */
  field: string;
  maxLength?: number;
  lines?: number;
}

const LANGUAGES = ['nb', 'nn', 'en'] as const;

/** The same words in three languages, each needed. */
export function WordingFields({
  label,
  value,
  onChange,
  fault,
  field,
  maxLength = 200,
  lines,
}: WordingFieldsProps) {
  const t = useT();
  return (
    <Box role="group" aria-label={label} sx={{ display: 'grid', gap: 1.5 }}>
      {LANGUAGES.map(language => (
        <TextField
          key={language}
          label={`${label}, ${t(`enums.language.${language}`)}`}
          value={value[language]}
          onChange={event => onChange({ ...value, [language]: event.target.value })}
          error={fault(field, value[language]) !== undefined}
          helperText={fault(field, value[language])}
          multiline={lines !== undefined}
          {...(lines ? { minRows: lines } : {})}
          slotProps={{ htmlInput: { maxLength, lang: language } }}
          required
        />
      ))}
    </Box>
  );
}
