import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { useCaseWrite } from '../cases/useCase.ts';
import { AppealDialog } from './AppealDialog.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { BodyResultDialog, WithdrawAppealDialog } from './BodyResultDialog.tsx';
import {
  acceptLateAppeal,
  askForDocuments,
  forwardAppeal,
  getDocumentRequest,
  returnProposal,
} from './decision.provider.ts';
import { LetterPaper, LetterPoints } from './LetterPaper.tsx';
import { OrderingDialog } from './OrderingDialog.tsx';
import { useChanged } from './useChanged.ts';
import { useProposal } from './useProposal.ts';

/** The window of the application page that is open, if any. */
export function ApplicationDialogs() {
  const { dialog } = useApplicationDesk();
  if (dialog === 'ASK') return <AskDialog />;
  if (dialog === 'RETURN') return <ReturnDialog />;
  if (dialog === 'APPEAL') return <AppealDialog />;
  if (dialog === 'BODY_RESULT') return <BodyResultDialog />;
  if (dialog === 'WITHDRAW_APPEAL') return <WithdrawAppealDialog />;
  if (dialog === 'FORWARD') return <AssessDialog name="forward" write={forwardAppeal} />;
  if (dialog === 'ACCEPT_LATE') return <AssessDialog name="acceptLate" write={acceptLateAppeal} />;
  if (dialog === 'ORDERING') return <OrderingDialog />;
  return null;
}

/** The letter that asks for what is missing, as it leaves; then the case waits with its clock stopped. */
function AskDialog() {
  const t = useT();
  const format = useFormat();
  const { detail, close } = useApplicationDesk();
  const changed = useChanged();
  const { data, error } = useQuery({
    queryKey: ['document-request', detail.id, detail.version],
    queryFn: ({ signal }) => getDocumentRequest(detail.id, signal),
  });
  const ask = useCaseWrite(detail, {
    done: 'decisions.ask.done',
    onDone: () => {
      changed();
      close();
    },
  });
  return (
    <FormDialog
      title={t('decisions.ask.title')}
      text={data ? t('decisions.ask.text', { date: format.longDate(data.until) }) : undefined}
      confirm={t('decisions.ask.confirm')}
      busy={ask.isPending || !data || data.missing.length === 0}
      wide
      onClose={close}
      onSubmit={() => ask.mutate(askForDocuments)}
    >
      {error && <ErrorPanel error={error} />}
      {!data && !error && <LoadingShape shape="panel" rows={8} />}
      {data && data.missing.length === 0 && <Typography>{t('decisions.ask.nothing')}</Typography>}
      {data && data.missing.length > 0 && (
        <>
          <LetterPaper letter={data.letter} />
          <LetterPoints points={data.points} />
        </>
      )}
      {ask.error && <ErrorPanel error={ask.error} />}
    </FormDialog>
  );
}

/** Back to who proposed it, with why. */
function ReturnDialog() {
  const t = useT();
  const notify = useNotify();
  const { close } = useApplicationDesk();
  const { data: proposal } = useProposal();
  const changed = useChanged();
  const [reason, setReason] = useState('');
  const back = useMutation({
    mutationFn: () => returnProposal(proposal?.id ?? '', reason.trim()),
    onSuccess: () => {
      notify(t('decisions.back.done'), { type: 'success' });
      changed();
      close();
    },
  });
  return (
    <FormDialog
      title={t('decisions.back.title')}
      confirm={t('decisions.back.confirm')}
      busy={back.isPending || reason.trim() === '' || !proposal}
      onClose={close}
      onSubmit={() => back.mutate()}
    >
      <TextField
        label={t('decisions.back.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        multiline
        minRows={3}
        required
        autoFocus
        fullWidth
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {back.error && <ErrorPanel error={back.error} />}
    </FormDialog>
  );
}

interface AssessDialogProps {
  name: 'forward' | 'acceptLate';
  write: typeof forwardAppeal;
}

/** In words of one's own: how the appeal was assessed, or why a late one is dealt with. */
function AssessDialog({ name, write }: AssessDialogProps) {
  const t = useT();
  const { detail, close } = useApplicationDesk();
  const changed = useChanged();
  const [words, setWords] = useState('');
  const settle = useCaseWrite(detail, {
    done: `decisions.${name}.done`,
    onDone: () => {
      changed();
      close();
    },
  });
  return (
    <FormDialog
      title={t(`decisions.${name}.title`)}
      text={t(`decisions.${name}.text`)}
      confirm={t(`decisions.${name}.confirm`)}
      busy={settle.isPending || words.trim() === ''}
      wide
      onClose={close}
      onSubmit={() => settle.mutate(at => write(at, words.trim()))}
    >
      <TextField
        label={t(`decisions.${name}.label`)}
        value={words}
        onChange={event => setWords(event.target.value)}
        multiline
        minRows={5}
        required
        autoFocus
        fullWidth
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      {settle.error && <ErrorPanel error={settle.error} />}
    </FormDialog>
  );
}
