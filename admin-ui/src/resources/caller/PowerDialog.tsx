import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../graphql/client.ts';
import { asDeskError } from '../../graphql/desk-error.ts';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { osloToday } from '../../shared/today.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { type NewPower, registerPowerMutation } from './caller.documents.ts';

const SCOPES = ['STATUS', 'CARDS', 'ALL'] as const;
const DAYS = { fromOn: 'caller.from', toOn: 'caller.to', receivedOn: 'caller.received' } as const;

/** Written, with scope and period; one that gives more than a call about cards needs is pointed out. */
export function PowerDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useT();
  const fault = useFieldErrorText();
  const client = useQueryClient();
  const today = osloToday();
  const [power, setPower] = useState<NewPower>({
    ...{ personId, holderName: '', holderBirthDate: '', scope: 'CARDS' },
    ...{ fromOn: today, toOn: '', receivedOn: today },
  });
  const change = (given: Partial<NewPower>) => setPower({ ...power, ...given });
  const register = useMutation({
    mutationFn: async () => request(registerPowerMutation, { input: power }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['powers', personId] });
      onClose();
    },
  });
  const { error } = register;
  const wrong = (field: string) => (error ? fault(error, field) : undefined);
  const title = t('caller.powerRegister');
  const complete = power.holderName && power.holderBirthDate && power.toOn;
  return (
    <FormDialog
      {...{ title, confirm: title, text: t('caller.powerText'), busy: register.isPending, onClose }}
      onSubmit={() => complete && register.mutate()}
    >
      <TextField
        label={t('caller.holder')}
        value={power.holderName}
        required
        autoFocus
        error={Boolean(wrong('holderName'))}
        helperText={wrong('holderName')}
        onChange={event => change({ holderName: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 200, autoComplete: 'off' } }}
      />
      <DateField
        label={t('caller.holderBorn')}
        value={power.holderBirthDate}
        onChange={holderBirthDate => change({ holderBirthDate })}
        fault={wrong('holderBirthDate')}
        required
      />
      <TextField
        select
        label={t('caller.scopeLabel')}
        value={power.scope}
        onChange={event => change({ scope: event.target.value as NewPower['scope'] })}
      >
        {SCOPES.map(scope => (
          <MenuItem key={scope} value={scope}>
            {t(`caller.scope.${scope}`)}
          </MenuItem>
        ))}
      </TextField>
      {power.scope === 'ALL' && <Notice tone="warn" title={t('caller.widerWarning')} role="status" />}
      {(Object.keys(DAYS) as (keyof typeof DAYS)[]).map(field => (
        <DateField
          key={field}
          label={t(DAYS[field])}
          value={power[field]}
          onChange={day => change({ [field]: day })}
          fault={wrong(field)}
          required
        />
      ))}
      {error && asDeskError(error).code !== 'VALIDATION_FAILED' && <ErrorPanel error={error} />}
    </FormDialog>
  );
}
