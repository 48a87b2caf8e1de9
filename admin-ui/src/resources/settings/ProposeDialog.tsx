import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { EnumOf } from '../../graphql/graphql.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import type { Setting } from './setting.documents.ts';
import { proposeSetting } from './setting.provider.ts';
import { useSettingWrite } from './useSettings.ts';
import { useSettingWords } from './useSettingWords.ts';

type Scheme = EnumOf<'Scheme'>;
const SCHEMES: readonly Scheme[] = ['CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT'];
const FIELDS = ['value', 'scheme', 'validFrom', 'grounds'];

interface ProposeDialogProps {
  setting: Setting;
  onClose: () => void;
}

/** A new value from a day on; another administrator has the last word. */
export function ProposeDialog({ setting, onClose }: ProposeDialogProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  const general = setting.holds.find(({ scheme }) => scheme === null)?.value ?? '';
  const [value, setValue] = useState(general);
  const [scheme, setScheme] = useState<Scheme | ''>('');
  const [validFrom, setValidFrom] = useState('');
  const [grounds, setGrounds] = useState('');
  const [tried, setTried] = useState(false);
  const propose = useSettingWrite(proposeSetting, t('settings.sent'));
  const { error } = propose;
  const fault = (field: string, text: string) =>
    tried && text.trim() === '' ? t('errors.field.REQUIRED') : fieldText(error, field);
  const submit = () => {
    setTried(true);
    if (value.trim() === '' || validFrom === '' || grounds.trim() === '') return;
    const input = { key: setting.key, scheme: scheme || null, value, validFrom, grounds };
    propose.mutate(input, { onSuccess: onClose });
  };
  const isAboutField = FIELDS.some(field => fieldText(error, field) !== undefined);
  return (
    <FormDialog
      wide
      title={`${t('settings.propose')}: ${t(`settings.name.${setting.key}`)}`}
      text={t('settings.proposeText')}
      confirm={t('settings.send')}
      busy={propose.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <ValueField setting={setting} value={value} fault={fault('value', value)} onChange={setValue} />
      {setting.perScheme && <SchemeField value={scheme} onChange={setScheme} />}
      <DateField
        label={t('settings.validFrom')}
        value={validFrom}
        onChange={setValidFrom}
        fault={fault('validFrom', validFrom)}
        required
      />
      <TextField
        label={t('settings.grounds')}
        value={grounds}
        onChange={event => setGrounds(event.target.value)}
        error={fault('grounds', grounds) !== undefined}
        helperText={fault('grounds', grounds)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
      />
      {error && !isAboutField && <ErrorPanel error={error} />}
    </FormDialog>
  );
}

interface ValueFieldProps {
  setting: Setting;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}

function ValueField({ setting, value, fault, onChange }: ValueFieldProps) {
  const t = useT();
  const format = useFormat();
  const words = useSettingWords();
  const { kind, least, most } = setting;
  const shown = (bound: number) => format.number(kind === 'AMOUNT' ? bound / 100 : bound);
  const range =
    least !== null && most !== null
      ? t('settings.range', { least: shown(least), most: shown(most) })
      : undefined;
  return (
    <TextField
      select={kind === 'FLAG'}
      label={t(kind === 'LIST' ? 'settings.valueList' : 'settings.value')}
      value={value}
      onChange={event => onChange(event.target.value)}
      error={fault !== undefined}
      helperText={fault ?? range}
      slotProps={{ htmlInput: { maxLength: 200, inputMode: least === null ? 'text' : 'decimal' } }}
      required
      autoFocus
    >
      {kind === 'FLAG' &&
        ['true', 'false'].map(choice => (
          <MenuItem key={choice} value={choice}>
            {words.value(setting, choice)}
          </MenuItem>
        ))}
    </TextField>
  );
}

function SchemeField({ value, onChange }: { value: Scheme | ''; onChange: (scheme: Scheme | '') => void }) {
  const t = useT();
  const words = useSettingWords();
  return (
    <TextField
      select
      label={t('settings.scheme')}
      value={value}
      onChange={event => onChange(SCHEMES.find(scheme => scheme === event.target.value) ?? '')}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{words.scheme(null)}</MenuItem>
      {SCHEMES.map(scheme => (
        <MenuItem key={scheme} value={scheme}>
          {words.scheme(scheme)}
        </MenuItem>
      ))}
    </TextField>
  );
}
