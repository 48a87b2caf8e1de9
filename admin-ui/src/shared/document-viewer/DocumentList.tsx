import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { LoadingShape } from '../LoadingShape.tsx';
import { useCaseDocuments } from './case-documents.provider.ts';
import { DocumentRow } from './DocumentRow.tsx';

interface DocumentListProps {
  caseId: string;
  /** case_document.id of the one that is open. */
  shownId: string | null;
  onShow: (documentId: string) => void;
  /** Heading level of the list on its page. */
  heading?: 'h2' | 'h3';
}

/** The papers of a case, oldest first, each with who has opened it and when. */
export function DocumentList({ caseId, shownId, onShow, heading = 'h2' }: DocumentListProps) {
  const t = useT();
  const { data, error, refetch } = useCaseDocuments(caseId);
  return (
    <Box component="section" aria-label={t('documents.list.title')}>
      <Typography component={heading} variant="h2" sx={{ mb: 0.5 }}>
        {t('documents.list.title')}
      </Typography>
      {error && !data && (
        <ErrorPanel error={error} title={t('documents.list.failed')} onRetry={() => void refetch()} />
      )}
      {!data && !error && <LoadingShape shape="panel" rows={3} />}
      {data && data.documents.length === 0 && (
        <Typography variant="body2" sx={{ color: 'desk.text2' }}>
          {t(data.handedOver ? 'documents.list.handedOver' : 'documents.list.empty')}
        </Typography>
      )}
      {data && data.documents.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, mx: -1 }}>
          {data.documents.map(document => (
            <DocumentRow
              key={document.id}
              document={document}
              caseId={caseId}
              mayOpen={data.mayOpen}
              mayAdd={data.mayAdd}
              isShown={document.id === shownId}
              onShow={() => onShow(document.id)}
            />
          ))}
        </Box>
      )}
    </Box>
  );
}
