import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { useNotify } from 'react-admin';
import { asDeskError } from '../../graphql/desk-error.ts';
import type { EnumOf } from '../../graphql/graphql.ts';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useDeclareTie } from './tie.provider.ts';

type Kind = EnumOf<'TieKind'>;
const KINDS: readonly Kind[] = ['SELF', 'FAMILY', 'CLOSE', 'EMPLOYER', 'INTEREST'];
const isToFirm = (kind: Kind) => kind === 'EMPLOYER' || kind === 'INTEREST';

/** One kind and one number. What was typed is gone from the page once it is sent. */
export function DeclareTie() {
  const t = useT();
  const notify = useNotify();
  const [kind, setKind] = useState<Kind>('SELF');
  const [number, setNumber] = useState('');
  const field = isToFirm(kind) ? 'orgNumber' : 'nationalId';
  const declare = useDeclareTie(() => {
    setNumber('');
    notify(t('ties.declared'), { type: 'success' });
  });
  const choose = (next: Kind) => {
    if (isToFirm(next) !== isToFirm(kind)) setNumber('');
    setKind(next);
    declare.reset();
  };
  return (
    <Panel title={t('ties.declare')}>
      <Box
        component="form"
        noValidate
        autoComplete="off"
        onSubmit={event => {
          event.preventDefault();
          if (!declare.isPending) declare.mutate({ kind, [field]: number });
        }}
        sx={{ display: 'grid', gap: 2 }}
      >
        <KindChoice value={kind} error={declare.error} onChange={choose} />
        <NumberField field={field} value={number} error={declare.error} onChange={setNumber} />
        {declare.error && !isInField(declare.error) && <ErrorPanel error={declare.error} />}
        <Button
          type="submit"
          variant="contained"
          aria-disabled={declare.isPending}
          sx={{ justifySelf: 'start' }}
        >
          {t('ties.confirm')}
        </Button>
      </Box>
    </Panel>
  );
}

const isWrong = (error: unknown, field: string) =>
  /^(NATIONAL_ID|ORG_NUMBER)_/.test(asDeskError(error).fieldErrors[field] ?? '');
const isInField = (error: unknown) => Object.keys(asDeskError(error).fieldErrors).length > 0;

function KindChoice({
  value,
  error,
  onChange,
}: {
  value: Kind;
  error: unknown;
  onChange: (kind: Kind) => void;
}) {
  const t = useT();
  const id = useId();
  const fault = useFieldErrorText()(error, 'kind');
  return (
    <FormControl error={fault !== undefined}>
      <FormLabel id={id}>{t('ties.who')}</FormLabel>
      <RadioGroup aria-labelledby={id} value={value}>
        {KINDS.map(kind => (
          <FormControlLabel
            key={kind}
            value={kind}
            control={<Radio onChange={() => onChange(kind)} />}
            sx={{ alignItems: 'flex-start', '& .MuiRadio-root': { pt: 0.75 } }}
            label={
              <Box component="span" sx={{ display: 'block', py: 0.75 }}>
                {t(`ties.kind.${kind}.title`)}
                <Box component="span" sx={{ display: 'block', fontSize: 12, color: 'desk.text2' }}>
                  {t(`ties.kind.${kind}.text`)}
                </Box>
              </Box>
            }
          />
        ))}
      </RadioGroup>
      {fault && <FormHelperText>{fault}</FormHelperText>}
    </FormControl>
  );
}

interface NumberFieldProps {
  field: 'nationalId' | 'orgNumber';
  value: string;
  error: unknown;
  onChange: (value: string) => void;
}

function NumberField({ field, value, error, onChange }: NumberFieldProps) {
  const t = useT();
  const said = useFieldErrorText()(error, field);
  const fault = error && isWrong(error, field) ? t('ties.wrongNumber') : said;
  return (
    <TextField
      label={t(`ties.field.${field}`)}
      value={value}
      error={fault !== undefined}
      helperText={fault ?? t(`ties.field.${field}Help`)}
      onChange={event => onChange(event.target.value)}
      slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 14, autoComplete: 'off' } }}
      fullWidth
    />
  );
}
