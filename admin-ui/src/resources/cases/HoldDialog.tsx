import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../graphql/client.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { DateField } from '../../shared/DateField.tsx';
import { deadlineIfHeldQuery } from '../../shared/deadline.documents.ts';
import { ReasonDialog } from '../../shared/ReasonDialog.tsx';
import { osloToday } from '../../shared/today.ts';
import { useFieldErrorText } from '../../shared/useErrorText.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { holdCase } from './case.provider.ts';
import { useCaseWrite } from './useCase.ts';
import { WriteFault } from './WriteFault.tsx';

const reasons = [
  'AWAITING_FIRM',
  'AWAITING_PERSON',
  'AWAITING_REGISTER',
  'AWAITING_COLLEAGUE',
  'OTHER',
] as const;

/** On hold until a day, for a reason; says what the deadline becomes before anything happens. */
export function HoldDialog() {
  const t = useT();
  const fieldText = useFieldErrorText();
  const { detail, close } = useCaseDesk();
  const [until, setUntil] = useState('');
  const hold = useCaseWrite(detail, { done: 'casePage.done.HOLD', onDone: close });
  const fault = fieldText(hold.error, 'until');
  return (
    <ReasonDialog
      open
      title={t('caseForms.hold.title', { number: detail.number })}
      text={t('caseForms.hold.text')}
      reasons={reasons.map(code => ({ code, label: t(`enums.holdReason.${code}`) }))}
      confirm={t('casePage.action.HOLD')}
      ready={until > osloToday()}
      busy={hold.isPending}
      onClose={close}
      onConfirm={(reason, comment) => hold.mutate(at => holdCase({ ...at, reason, until, comment }))}
    >
      <DateField
        label={t('caseForms.hold.until')}
        value={until}
        onChange={setUntil}
        fault={fault}
        help={t('caseForms.hold.untilHelp')}
        required
      />
      <Then caseId={detail.id} until={until} />
      <WriteFault error={hold.error} title={t('casePage.failed.HOLD')} />
    </ReasonDialog>
  );
}

function Then({ caseId, until }: { caseId: string; until: string }) {
  const t = useT();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['deadline', caseId, 'if-held', until],
    queryFn: ({ signal }) => request(deadlineIfHeldQuery, { caseId, until }, { signal }),
    enabled: until > osloToday(),
  });
  return (
    <Typography role="status" variant="subtitle2">
      {data ? t('shared.deadline.whatIfAnswer', { date: format.weekdayDate(data.deadlineIfHeld.dueOn) }) : ''}
    </Typography>
  );
}
