import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { MenuElipsisVerticalIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { AddDocumentDialog } from './AddDocumentDialog.tsx';
import type { CaseDocument } from './case-documents.documents.ts';
import { StrikeDocumentDialog } from './StrikeDocumentDialog.tsx';
import { useDocumentTitle } from './useDocumentWords.ts';

/** What is rare: a better scan, and taking back what was registered by mistake. */
export function DocumentMenu({ caseId, document }: { caseId: string; document: CaseDocument }) {
  const t = useT();
  const titleOf = useDocumentTitle();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<'VERSION' | 'STRIKE' | null>(null);
  const choose = (dialog: 'VERSION' | 'STRIKE') => {
    setAnchor(null);
    setOpen(dialog);
  };
  const label = t('documents.list.more', { title: titleOf(document) });
  const close = () => setOpen(null);
  return (
    <>
      <IconButton
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={event => setAnchor(event.currentTarget)}
        sx={{ width: 28, height: 28, alignSelf: 'center', flex: 'none' }}
      >
        <MenuElipsisVerticalIcon aria-hidden />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => choose('VERSION')}>{t('documents.add.openVersion')}</MenuItem>
        <MenuItem onClick={() => choose('STRIKE')}>{t('documents.strike.open')}</MenuItem>
      </Menu>
      {open === 'VERSION' && <AddDocumentDialog caseId={caseId} newVersionOf={document} onClose={close} />}
      {open === 'STRIKE' && <StrikeDocumentDialog caseId={caseId} document={document} onClose={close} />}
    </>
  );
}
