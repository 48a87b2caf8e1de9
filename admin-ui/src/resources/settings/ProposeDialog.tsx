import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { EnumOf } from '../../graphql/graphql.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { ProposalDialog } from '../../shared/changes/ProposalDialog.tsx';
import { useWrite } from '../../shared/useWrite.ts';
import type { Setting } from './setting.documents.ts';
import { proposeSetting } from './setting.provider.ts';
import { KEYS } from './useSettings.ts';
import { useSettingWords } from './useSettingWords.ts';

type Scheme = EnumOf<'Scheme'>;
const SCHEMES: readonly Scheme[] = ['CONSTRUCTION', 'CLEANING', 'CAR_CARE', 'GOODS_TRANSPORT'];

interface ProposeDialogProps {
  setting: Setting;
  onClose: () => void;
}

/** A new value from a day on; another administrator has the last word. */
export function ProposeDialog({ setting, onClose }: ProposeDialogProps) {
  const t = useT();
  const general = setting.holds.find(({ scheme }) => scheme === null)?.value ?? '';
  const [value, setValue] = useState(general);
  const [scheme, setScheme] = useState<Scheme | ''>('');
  const propose = useWrite(proposeSetting, { said: t('settings.sent'), keys: KEYS });
  return (
    <ProposalDialog
      title={`${t('changes.propose')}: ${t(`settings.name.${setting.key}`)}`}
      text={t('settings.proposeText')}
      busy={propose.isPending}
      error={propose.error}
      needed={[value]}
      onClose={onClose}
      onSubmit={proposal =>
        propose.mutate(
          { key: setting.key, scheme: scheme || null, value, ...proposal },
          { onSuccess: onClose },
        )
      }
    >
      {fault => (
        <>
          <ValueField setting={setting} value={value} fault={fault('value', value)} onChange={setValue} />
          {setting.perScheme && <SchemeField value={scheme} fault={fault('scheme')} onChange={setScheme} />}
        </>
      )}
    </ProposalDialog>
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

interface SchemeFieldProps {
  value: Scheme | '';
  fault: string | undefined;
  onChange: (scheme: Scheme | '') => void;
}

function SchemeField({ value, fault, onChange }: SchemeFieldProps) {
  const t = useT();
  const words = useSettingWords();
  return (
    <TextField
      select
      label={t('settings.scheme')}
      value={value}
      error={fault !== undefined}
      helperText={fault}
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
