import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { osloToday } from '../../shared/today.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useWrite } from '../../shared/useWrite.ts';
import type { ConfirmationRow, RecordInput } from './campaign.documents.ts';
import { CAMPAIGN_KEYS, recordConfirmation } from './campaign.provider.ts';

/** What comes by hand; machines have a door of their own. */
const CHANNELS = ['LETTER', 'EMAIL', 'EDIALOG', 'PORTAL'] as const;
type Statement = RecordInput['statements'][number];
const STATEMENTS: readonly Statement[] = [
  ...(['CONDITIONS_MET', 'CARDS_FOR_ALL', 'INJURY_INSURED', 'HEALTH_SERVICE'] as const),
];

/** A confirmation that came by post; the firm gets a receipt. */
export function RecordDialog({ row, onClose }: { row: ConfirmationRow; onClose: () => void }) {
  const t = useT();
  const fault = useFieldErrorText();
  const [receivedOn, setReceivedOn] = useState(osloToday());
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('LETTER');
  const [employees, setEmployees] = useState('');
  const [statements, setStatements] = useState<readonly Statement[]>([]);
  const record = useWrite(recordConfirmation, {
    keys: CAMPAIGN_KEYS,
    said: t('campaigns.recorded'),
    onDone: onClose,
  });
  const told = { channel, receivedOn, employees: Number(employees) };
  const toggle = (one: Statement, on: boolean) =>
    setStatements(all => (on ? [...all, one] : all.filter(other => other !== one)));
  return (
    <FormDialog
      title={row.firm.name}
      confirm={t('campaigns.record')}
      busy={record.isPending}
      onClose={onClose}
      onSubmit={() =>
        record.mutate({
          ...{ ...told, confirmationId: row.id, expectedVersion: row.version },
          statements: [...statements],
        })
      }
    >
      <DateField
        label={t('campaigns.received')}
        value={receivedOn}
        onChange={setReceivedOn}
        fault={fault(record.error, 'receivedOn')}
        required
      />
      <TextField
        select
        label={t('applications.form.channel')}
        value={channel}
        onChange={event => setChannel(event.target.value as typeof channel)}
      >
        {CHANNELS.map(one => (
          <MenuItem key={one} value={one}>
            {t(`enums.channel.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('campaigns.employees')}
        value={employees}
        onChange={event => setEmployees(event.target.value.replaceAll(/\D/g, ''))}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 6 } }}
        required
      />
      <Box role="group" aria-label={t('campaigns.confirms')} sx={{ display: 'grid' }}>
        <Typography variant="subtitle2" component="p">
          {t('campaigns.confirms')}
        </Typography>
        {STATEMENTS.map(one => (
          <FormControlLabel
            key={one}
            label={t(`campaigns.statement.${one}`)}
            control={
              <Checkbox
                size="small"
                checked={statements.includes(one)}
                onChange={event => toggle(one, event.target.checked)}
              />
            }
          />
        ))}
      </Box>
      {record.error && <ErrorPanel error={record.error} />}
    </FormDialog>
  );
}
