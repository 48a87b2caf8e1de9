import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { FormDialog } from '../FormDialog.tsx';
import type { CaseDocument } from './case-documents.documents.ts';
import { strikeDocument, useDocumentsChanged } from './case-documents.provider.ts';
import { useDocumentTitle } from './useDocumentWords.ts';

interface StrikeDocumentDialogProps {
  caseId: string;
  document: CaseDocument;
  onClose: () => void;
}

/** A paper of somebody else, or registered as what it is not: it stays with the reason. */
export function StrikeDocumentDialog({ caseId, document, onClose }: StrikeDocumentDialogProps) {
  const t = useT();
  const notify = useNotify();
  const titleOf = useDocumentTitle();
  const changed = useDocumentsChanged(caseId);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const strike = useMutation({
    mutationFn: () => strikeDocument(document.id, reason.trim()),
    onSuccess: () => {
      changed();
      notify(t('documents.strike.done'), { type: 'success' });
      onClose();
    },
  });
  const missing = tried && reason.trim() === '';
  return (
    <FormDialog
      title={t('documents.strike.title', { title: titleOf(document) })}
      text={t('documents.strike.text')}
      confirm={t('documents.strike.confirm')}
      busy={strike.isPending}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (reason.trim() !== '') strike.mutate();
      }}
    >
      <TextField
        label={t('documents.strike.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={missing}
        helperText={missing ? t('documents.strike.noReason') : undefined}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
        autoFocus
        fullWidth
      />
      {strike.isError && <ErrorPanel error={strike.error} title={t('documents.strike.failed')} />}
    </FormDialog>
  );
}
