import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { useCaseDocuments } from '../../shared/document-viewer/case-documents.provider.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { osloToday } from '../../shared/today.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useCaseWrite } from '../cases/useCase.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { registerAppeal } from './decision.provider.ts';
import { useChanged } from './useChanged.ts';

const channels = ['PORTAL', 'EDIALOG', 'LETTER', 'EMAIL'] as const;

/** An appeal as it came in; whether it is in time is said before it is registered. */
export function AppealDialog() {
  const t = useT();
  const format = useFormat();
  const fieldText = useFieldErrorText();
  const { application, detail, close } = useApplicationDesk();
  const changed = useChanged();
  const { data } = useCaseDocuments(detail.id);
  const paper = data?.documents.find(({ kind, struck }) => kind === 'APPEAL' && !struck);
  const [receivedOn, setReceived] = useState(paper?.receivedOn ?? osloToday());
  const [channel, setChannel] = useState<(typeof channels)[number]>('LETTER');
  const [appellant, setAppellant] = useState(application.person?.name ?? application.firm.name);
  const deadline = application.decisions[0]?.appealDeadlineOn ?? null;
  const late = deadline !== null && receivedOn > deadline;
  const register = useCaseWrite(detail, {
    done: 'decisions.appeal.done',
    onDone: () => {
      changed();
      close();
    },
  });
  const about = { receivedOn, channel, appellant: appellant.trim(), documentId: paper?.id ?? null };
  return (
    <FormDialog
      title={t('decisions.appeal.title')}
      text={deadline ? t('decisions.appeal.text', { date: format.date(deadline) }) : undefined}
      confirm={t('decisions.appeal.confirm')}
      busy={register.isPending || appellant.trim() === '' || receivedOn === ''}
      onClose={close}
      onSubmit={() => register.mutate(at => registerAppeal({ ...at, ...about }))}
    >
      <DateField
        label={t('applications.form.received')}
        value={receivedOn}
        onChange={setReceived}
        fault={fieldText(register.error, 'receivedOn')}
        required
      />
      {late && <Notice tone="warn" role="status" title={t('decisions.appeal.late')} />}
      <TextField
        select
        label={t('applications.form.channel')}
        value={channel}
        onChange={event => setChannel(event.target.value as typeof channel)}
        fullWidth
      >
        {channels.map(one => (
          <MenuItem key={one} value={one}>
            {t(`enums.channel.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('decisions.appeal.who')}
        value={appellant}
        onChange={event => setAppellant(event.target.value)}
        required
        fullWidth
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      {register.error && <ErrorPanel error={register.error} />}
    </FormDialog>
  );
}
