import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { asDeskError } from '../../graphql/desk-error.ts';
import { useT } from '../../i18n/index.ts';
import { DialogForm } from '../../shared/DialogForm.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import type { CallerClaim } from './caller.documents.ts';
import { type CallAbout, usePowers } from './useCalls.ts';

const FIELDS = ['nationalId', 'name', 'street', 'postcode'] as const;
type Said = Record<(typeof FIELDS)[number], string>;
const NOTHING: Said = { nationalId: '', name: '', street: '', postcode: '' };
const ALONE: readonly CallerClaim['capacity'][] = ['SELF'];

interface CallerFormProps {
  about: CallAbout;
  busy: boolean;
  error: unknown;
  onClose: () => void;
  onCheck: (claim: CallerClaim) => void;
}

export function CallerForm({ about, busy, error, onClose, onCheck }: CallerFormProps) {
  const t = useT();
  const { label, concerns, capacities = ALONE, ...subject } = about;
  const [said, setSaid] = useState(NOTHING);
  const [capacity, setCapacity] = useState<CallerClaim['capacity']>(capacities[0] ?? 'SELF');
  const [asksAbout, setAsks] = useState('');
  const [power, setPower] = useState('');
  const byPower = capacity === 'POWER_OF_ATTORNEY';
  const submit = () => {
    const powerOfAttorneyId = byPower ? power || null : null;
    onCheck({ ...subject, ...said, capacity, powerOfAttorneyId, asksAbout: asksAbout.trim() || null });
  };
  const text = (
    <>
      {label && <strong>{t('caller.about', { what: label })} </strong>}
      {t('caller.text')}
    </>
  );
  return (
    <DialogForm text={text} confirm={t('caller.check')} busy={busy} onClose={onClose} onSubmit={submit}>
      {capacities.length > 1 && <Capacity offered={capacities} value={capacity} onChange={setCapacity} />}
      {byPower && <PowerChoice personId={concerns} value={power} onChange={setPower} />}
      <SaidFields said={said} error={error} onChange={change => setSaid({ ...said, ...change })} />
      <TextField
        label={t('caller.asks')}
        helperText={t('caller.asksHelp')}
        value={asksAbout}
        onChange={event => setAsks(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      {Boolean(error) && asDeskError(error).code !== 'VALIDATION_FAILED' && <ErrorPanel error={error} />}
    </DialogForm>
  );
}

interface SaidFieldsProps {
  said: Said;
  error: unknown;
  onChange: (change: Partial<Said>) => void;
}

function SaidFields({ said, error, onChange }: SaidFieldsProps) {
  const t = useT();
  const fault = useFieldErrorText();
  return FIELDS.map((field, index) => (
    <TextField
      key={field}
      label={t(`caller.${field}`)}
      value={said[field]}
      required
      autoFocus={index === 0}
      error={Boolean(error && fault(error, field))}
      helperText={error ? fault(error, field) : undefined}
      onChange={event => onChange({ [field]: event.target.value })}
      slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off', spellCheck: false } }}
    />
  ));
}

interface CapacityProps {
  offered: readonly CallerClaim['capacity'][];
  value: CallerClaim['capacity'];
  onChange: (capacity: CallerClaim['capacity']) => void;
}

function Capacity({ offered, value, onChange }: CapacityProps) {
  const t = useT();
  const id = useId();
  return (
    <div>
      <Typography id={id} variant="subtitle2">
        {t('caller.as')}
      </Typography>
      <RadioGroup row aria-labelledby={id} value={value}>
        {offered.map(code => (
          <FormControlLabel
            key={code}
            value={code}
            onChange={() => onChange(code)}
            control={<Radio />}
            label={t(`caller.capacity.${code}`)}
          />
        ))}
      </RadioGroup>
    </div>
  );
}

interface PowerChoiceProps {
  personId: string | null | undefined;
  value: string;
  onChange: (id: string) => void;
}

function PowerChoice({ personId, value, onChange }: PowerChoiceProps) {
  const t = useT();
  const holding = usePowers(personId).filter(({ holds }) => holds);
  if (holding.length === 0) return <Typography role="status">{t('caller.noPower')}</Typography>;
  return (
    <TextField
      select
      label={t('caller.power')}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {holding.map(({ id, holderName, scope }) => (
        <MenuItem key={id} value={id}>
          {holderName} · {t(`caller.scope.${scope}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
