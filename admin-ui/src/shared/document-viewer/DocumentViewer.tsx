import type { CaseDocument } from './case-documents.documents.ts';
import { useCaseDocuments, useDocumentsChanged } from './case-documents.provider.ts';
import { OpenDocument } from './OpenDocument.tsx';
import { useViewed } from './useDocumentWords.ts';

interface DocumentViewerProps {
  caseId: string;
  /** case_document.id */
  documentId: string;
  /** Off while another part of the page has the keys. */
  hotkeys?: boolean;
}

/** The viewer on one paper of a case; opening it makes the reader's eye mark. */
export function DocumentViewer({ caseId, documentId, hotkeys = true }: DocumentViewerProps) {
  const { data } = useCaseDocuments(caseId);
  const document = data?.documents.find(({ id }) => id === documentId);
  if (!document || !data?.mayOpen) return null;
  return <Opened caseId={caseId} document={document} hotkeys={hotkeys} />;
}

function Opened({ caseId, document, hotkeys }: { caseId: string; document: CaseDocument; hotkeys: boolean }) {
  const viewed = useViewed(document);
  const changed = useDocumentsChanged(caseId);
  return <OpenDocument document={viewed} hotkeys={hotkeys} onSeen={changed} />;
}
