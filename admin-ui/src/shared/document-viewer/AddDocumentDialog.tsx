import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import type { EnumOf } from '../../graphql/graphql.ts';
import { documents } from '../../i18n/documents.messages.ts';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../DateField.tsx';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { osloToday } from '../today.ts';
import { useUnsaved } from '../unsaved.ts';
import type { CaseDocument } from './case-documents.documents.ts';
import { addDocument, addVersion, type NewPaper, useDocumentsChanged } from './case-documents.provider.ts';
import { FileDrop } from './FileDrop.tsx';
import { faultOf, MOST_MEGABYTES } from './file.rules.ts';
import { useDocumentTitle } from './useDocumentWords.ts';

/** A note from an inspection comes with the visit it is about. */
const KINDS = (Object.keys(documents.nb.kind) as EnumOf<'DocumentKind'>[]).filter(
  kind => kind !== 'INSPECTION_NOTE',
);
/** What staff register: the portal and other systems bring their papers themselves. */
const CHANNELS: readonly EnumOf<'ApplicationChannel'>[] = ['LETTER', 'EDIALOG', 'EMAIL'];

interface AddDocumentDialogProps {
  caseId: string;
  /** A better scan of this one; what it is stays as it was. */
  newVersionOf?: CaseDocument;
  onAdded?: (() => void) | undefined;
  onClose: () => void;
}

interface Draft {
  readonly kind: EnumOf<'DocumentKind'> | '';
  readonly receivedOn: string;
  readonly channel: EnumOf<'ApplicationChannel'>;
  readonly title: string;
}

/** A paper comes in: the file, what it is, when and how it came. */
export function AddDocumentDialog({ caseId, newVersionOf, onAdded, onClose }: AddDocumentDialogProps) {
  const t = useT();
  const titleOf = useDocumentTitle();
  const [file, setFile] = useState<File | null>(null);
  const [draft, setDraft] = useState<Draft>({
    kind: '',
    receivedOn: osloToday(),
    channel: 'LETTER',
    title: '',
  });
  const [tried, setTried] = useState(false);
  useUnsaved(file !== null);
  const add = useAdding({ caseId, newVersionOf, onAdded, onClose });
  const fault = file ? faultOf(file) : 'noFile';
  const about = newVersionOf ? null : readyAbout(draft);
  const submit = () => {
    setTried(true);
    if (file && !fault && (newVersionOf || about)) add.mutate({ file, about });
  };
  return (
    <FormDialog
      wide
      title={
        newVersionOf
          ? t('documents.add.titleVersion', { title: titleOf(newVersionOf) })
          : t('documents.add.title')
      }
      text={t('documents.add.text', { megabytes: MOST_MEGABYTES })}
      confirm={t('documents.add.confirm')}
      busy={add.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <FileDrop
        file={file}
        fault={fault && (tried || file) ? t(`documents.add.${fault}`) : undefined}
        onChoose={setFile}
      />
      {!newVersionOf && <AboutFields draft={draft} tried={tried} onChange={setDraft} />}
      {add.isPending && <Typography role="status">{t('documents.add.sending')}</Typography>}
      {add.isError && <ErrorPanel error={add.error} title={t('documents.add.refused')} />}
    </FormDialog>
  );
}

function readyAbout({ kind, receivedOn, channel, title }: Draft): NewPaper | null {
  if (kind === '' || receivedOn === '') return null;
  return { kind, receivedOn, channel, title: title.trim() || null };
}

function useAdding({ caseId, newVersionOf, onAdded, onClose }: AddDocumentDialogProps) {
  const t = useT();
  const notify = useNotify();
  const changed = useDocumentsChanged(caseId);
  return useMutation({
    mutationFn: ({ file, about }: { file: File; about: NewPaper | null }) => {
      if (newVersionOf) return addVersion(newVersionOf.id, file);
      return about ? addDocument(caseId, file, about) : Promise.resolve(null);
    },
    onSuccess: () => {
      changed();
      notify(t('documents.add.done'), { type: 'success' });
      onAdded?.();
      onClose();
    },
  });
}

interface AboutFieldsProps {
  draft: Draft;
  tried: boolean;
  onChange: (draft: Draft) => void;
}

function AboutFields({ draft, tried, onChange }: AboutFieldsProps) {
  const t = useT();
  const noKind = tried && draft.kind === '';
  return (
    <>
      <TextField
        select
        label={t('documents.add.kind')}
        value={draft.kind}
        onChange={event => onChange({ ...draft, kind: event.target.value as Draft['kind'] })}
        error={noKind}
        helperText={noKind ? t('documents.add.noKind') : undefined}
        required
        fullWidth
      >
        {KINDS.map(kind => (
          <MenuItem key={kind} value={kind}>
            {t(`documents.kind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('documents.add.name')}
        value={draft.title}
        onChange={event => onChange({ ...draft, title: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 120, autoComplete: 'off' } }}
        fullWidth
      />
      <DateField
        label={t('documents.add.receivedOn')}
        value={draft.receivedOn}
        onChange={receivedOn => onChange({ ...draft, receivedOn })}
        fault={tried && draft.receivedOn === '' ? t('documents.add.noDay') : undefined}
        required
      />
      <TextField
        select
        label={t('documents.add.channel')}
        value={draft.channel}
        onChange={event => onChange({ ...draft, channel: event.target.value as Draft['channel'] })}
        fullWidth
      >
        {CHANNELS.map(channel => (
          <MenuItem key={channel} value={channel}>
            {t(`documents.channel.${channel}`)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
