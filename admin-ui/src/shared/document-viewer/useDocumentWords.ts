import { useCallback } from 'react';
import { useT } from '../../i18n/index.ts';
import type { CaseDocument } from './case-documents.documents.ts';
import type { ViewedDocument } from './viewed.ts';

/** What a document is called: the name it was given, or what it is. */
export function useDocumentTitle() {
  const t = useT();
  return useCallback(
    ({ title, kind }: Pick<CaseDocument, 'title' | 'kind'>) => title ?? t(`documents.kind.${kind}`),
    [t],
  );
}

/** As the viewer wants it. */
export function useViewed(document: CaseDocument): ViewedDocument {
  const titleOf = useDocumentTitle();
  return { id: document.id, title: titleOf(document), versions: document.versions };
}
