import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useParams, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { AddDocument } from '../../shared/document-viewer/AddDocument.tsx';
import { DocumentList } from '../../shared/document-viewer/DocumentList.tsx';
import { DocumentViewer } from '../../shared/document-viewer/DocumentViewer.tsx';
import { PageHead } from '../../shared/PageHead.tsx';

/** The papers of one application on a page of their own: for a second screen, and for whoever only scans. */
export function DocumentsPage() {
  const t = useT();
  const { caseId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const shownId = search.get('document');
  return (
    <Box sx={{ height: '100%', minHeight: 0, display: 'grid', gridTemplateRows: 'auto minmax(0,1fr)' }}>
      <PageHead title={t('documents.page.title')} actions={<AddDocument caseId={caseId} />} line />
      <Box
        sx={{
          ...{ display: 'grid', minHeight: 0, gridTemplateRows: 'minmax(0,1fr)' },
          gridTemplateColumns: { xs: 'minmax(220px, 300px) minmax(0,1fr)' },
        }}
      >
        <Box sx={{ overflow: 'auto', px: 2.5, py: 2, borderRight: 1, borderColor: 'desk.line' }}>
          <DocumentList
            caseId={caseId}
            shownId={shownId}
            onShow={document => setSearch({ document }, { replace: true })}
          />
        </Box>
        {shownId ? (
          <DocumentViewer caseId={caseId} documentId={shownId} />
        ) : (
          <Box sx={{ display: 'grid', placeContent: 'center', bgcolor: 'desk.stage' }}>
            <Typography sx={{ color: 'desk.text2' }}>{t('documents.page.choose')}</Typography>
          </Box>
        )}
      </Box>
    </Box>
  );
}
