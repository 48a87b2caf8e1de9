import Button from '@mui/material/Button';
import { PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { AddDocumentDialog } from './AddDocumentDialog.tsx';
import { useCaseDocuments } from './case-documents.provider.ts';

/** The way in for a paper, where there is one for this reader. */
export function AddDocument({ caseId, onAdded }: { caseId: string; onAdded?: () => void }) {
  const t = useT();
  const { data } = useCaseDocuments(caseId);
  const [open, setOpen] = useState(false);
  if (!data?.mayAdd) return null;
  return (
    <>
      <Button
        variant="outlined"
        size="small"
        startIcon={<PlusIcon aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('documents.add.open')}
      </Button>
      {open && <AddDocumentDialog caseId={caseId} onAdded={onAdded} onClose={() => setOpen(false)} />}
    </>
  );
}
