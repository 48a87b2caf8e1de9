import Box from '@mui/material/Box';
import { useT } from '../../i18n/index.ts';
import { DocumentViewer } from '../../shared/document-viewer/DocumentViewer.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';

interface PaperViewProps {
  caseId: string;
  documentId: string | null;
  hotkeys?: boolean;
}

/** The paper that is open. */
export function PaperView({ caseId, documentId, hotkeys = true }: PaperViewProps) {
  const t = useT();
  return (
    <Box
      component="section"
      aria-label={t('applications.tab.papers')}
      sx={{
        ...{ display: 'grid', gridTemplateRows: 'minmax(0, 1fr)', minWidth: 0, minHeight: 0 },
        ...{ borderLeft: 1, borderRight: 1, borderColor: 'desk.line', bgcolor: 'desk.stage' },
      }}
    >
      {documentId ? (
        <DocumentViewer key={documentId} caseId={caseId} documentId={documentId} hotkeys={hotkeys} />
      ) : (
        <Box sx={{ alignSelf: 'center' }}>
          <EmptyState title={t('applications.viewer.none')} text={t('applications.viewer.noneText')} />
        </Box>
      )}
    </Box>
  );
}
