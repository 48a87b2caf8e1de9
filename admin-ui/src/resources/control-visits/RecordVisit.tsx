import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import { addDocument } from '../../shared/document-viewer/case-documents.provider.ts';
import { FileDrop } from '../../shared/document-viewer/FileDrop.tsx';
import { faultOf } from '../../shared/document-viewer/file.rules.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useUnsaved } from '../../shared/unsaved.ts';
import { useWrite } from '../../shared/useWrite.ts';
import type { ControlVisit, ControlVisitsOfFirm } from './control-visit.documents.ts';
import { recordControlVisit, VISIT_KEYS } from './control-visit.provider.ts';
import { VisitFields } from './VisitFields.tsx';
import { draftOf, isReady, type VisitDraft } from './visit-draft.rules.ts';

export interface VisitedUnit {
  readonly orgNumber: string;
  readonly name: string;
}

interface RecordVisitProps {
  orgNumber: string;
  units: readonly VisitedUnit[];
  approvalCase: ControlVisitsOfFirm['approvalCase'];
  /** The visit this is the correction of. */
  corrects: ControlVisit | null;
  onClose: () => void;
}

/** A visit is written down, or corrected by another that takes its place; its note goes with the papers of the firm's case. */
export function RecordVisit({ orgNumber, units, approvalCase, corrects, onClose }: RecordVisitProps) {
  const t = useT();
  const me = useMe();
  const [draft, setDraft] = useState<VisitDraft>(() => draftOf(corrects, { orgNumber, me: me.id }));
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const changed = useRef(false);
  useUnsaved(changed.current || file !== null);
  const record = useRecording(approvalCase?.id ?? null, { corrects, onClose });
  const fault = file ? faultOf(file) : null;
  const submit = () => {
    setTried(true);
    if (!fault && isReady(draft, corrects !== null)) record.mutate({ draft, file });
  };
  const change = (part: Partial<VisitDraft>) => {
    changed.current = true;
    setDraft(current => ({ ...current, ...part }));
  };
  return (
    <FormDialog
      wide
      title={t(corrects ? 'visits.correctTitle' : 'visits.record')}
      text={t(corrects ? 'visits.correctText' : 'visits.text')}
      confirm={t('visits.save')}
      busy={record.isPending}
      onClose={onClose}
      onSubmit={submit}
    >
      <VisitFields
        draft={draft}
        units={units}
        correcting={corrects !== null}
        tried={tried}
        error={record.error}
        onChange={change}
      />
      {approvalCase ? (
        <>
          <Typography variant="subtitle2">
            {t('visits.noteOptional', { number: approvalCase.number })}
          </Typography>
          <FileDrop file={file} fault={fault ? t(`documents.add.${fault}`) : undefined} onChoose={setFile} />
        </>
      ) : (
        <Typography variant="caption">{t('visits.noCase')}</Typography>
      )}
      {record.isError && <ErrorPanel error={record.error} />}
    </FormDialog>
  );
}

interface Recording {
  corrects: ControlVisit | null;
  onClose: () => void;
}

/** The note first; when the rest is refused after that, it is not sent twice. */
function useRecording(caseId: string | null, { corrects, onClose }: Recording) {
  const t = useT();
  const sent = useRef<{ file: File; documentId: string } | null>(null);
  const noteOf = async (file: File | null, visitedOn: string): Promise<string | null> => {
    if (!file || !caseId) return null;
    if (sent.current?.file === file) return sent.current.documentId;
    const about = { kind: 'INSPECTION_NOTE', title: null, receivedOn: visitedOn, channel: 'LETTER' } as const;
    const { documentId } = await addDocument(caseId, file, about);
    sent.current = { file, documentId };
    return documentId;
  };
  return useWrite(
    async ({ draft, file }: { draft: VisitDraft; file: File | null }) => {
      const documentId = await noteOf(file, draft.visitedOn);
      const { reason, ...told } = draft;
      const correction = corrects ? { replacesId: corrects.id, reason } : {};
      return recordControlVisit({ ...told, ...correction, documentId });
    },
    { keys: VISIT_KEYS, said: t('visits.done'), onDone: onClose },
  );
}
