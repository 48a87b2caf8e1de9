import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type KeyboardEvent, lazy, Suspense, useEffect, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { LoadingShape } from '../LoadingShape.tsx';
import { Notice } from '../Notice.tsx';
import { PictureView } from './PictureView.tsx';
import { SearchBar } from './SearchBar.tsx';
import { useBytes } from './useBytes.ts';
import { useViewer, type Viewer } from './useViewer.ts';
import { useViewerKeys } from './useViewerKeys.ts';
import { VersionTools } from './VersionTools.tsx';
import { ViewerToolbar } from './ViewerToolbar.tsx';
import { PDF, type ViewedDocument, type ViewedVersion } from './viewed.ts';

const PdfPages = lazy(async () => ({ default: (await import('./PdfPages.tsx')).PdfPages }));

interface OpenDocumentProps {
  document: ViewedDocument;
  /** Off while another part of the page has the keys. */
  hotkeys?: boolean;
  /** The server has put it on record that this version was opened. */
  onSeen?: ((versionId: string) => void) | undefined;
}

/** One document, opened: pages, size, turning, search. It never changes by itself; a new version is offered. */
export function OpenDocument({ document, hotkeys = true, onSeen }: OpenDocumentProps) {
  const newest = document.versions.at(-1);
  const [chosen, setChosen] = useState<{ documentId: string; versionId: string } | null>(null);
  useEffect(() => {
    if (newest)
      setChosen(last =>
        last?.documentId === document.id ? last : { documentId: document.id, versionId: newest.id },
      );
  }, [document.id, newest]);
  const version = document.versions.find(({ id }) => id === chosen?.versionId);
  if (!newest || !version) return null;
  const show = (versionId: string) => setChosen({ documentId: document.id, versionId });
  return <OpenedVersion key={version.id} {...{ document, version, newest, hotkeys, onSeen, show }} />;
}

interface OpenedVersionProps {
  document: ViewedDocument;
  version: ViewedVersion;
  newest: ViewedVersion;
  hotkeys: boolean;
  onSeen: ((versionId: string) => void) | undefined;
  show: (versionId: string) => void;
}

function OpenedVersion({ document, version, newest, hotkeys, onSeen, show }: OpenedVersionProps) {
  const t = useT();
  const viewer = useViewer();
  const bytes = useBytes(version.id);
  useViewerKeys(viewer, hotkeys);
  const isPdf = version.mediaType === PDF;
  const { isSuccess } = bytes;
  useEffect(() => {
    if (isSuccess) onSeen?.(version.id);
  }, [isSuccess, onSeen, version.id]);
  return (
    <Box
      component="section"
      aria-label={t('documents.viewer.title', { title: document.title })}
      onKeyDown={event => isPdf && findInstead(event, viewer)}
      sx={{
        display: 'grid',
        gridTemplateRows: 'auto auto minmax(0,1fr)',
        height: '100%',
        minHeight: 0,
        minWidth: 0,
        bgcolor: 'desk.stage',
      }}
    >
      <ViewerToolbar title={document.title} viewer={viewer} searchable={isPdf}>
        <VersionTools {...{ document, version, show }} />
      </ViewerToolbar>
      <Box>
        {viewer.search.open && <SearchBar viewer={viewer} />}
        {version.id !== newest.id && <Newer {...{ version, newest, show }} />}
      </Box>
      {bytes.isError ? (
        <ErrorPanel
          error={bytes.error}
          title={t('documents.viewer.failed')}
          onRetry={() => void bytes.refetch()}
        />
      ) : bytes.data ? (
        <Suspense fallback={<LoadingShape shape="page" />}>
          {isPdf ? (
            <PdfPages bytes={bytes.data} title={document.title} viewer={viewer} />
          ) : (
            <PictureView bytes={bytes.data} title={document.title} viewer={viewer} />
          )}
        </Suspense>
      ) : (
        <LoadingShape shape="page" />
      )}
    </Box>
  );
}

/** The browser's own search sees only pages that have been near. */
function findInstead(event: KeyboardEvent, viewer: Viewer) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return;
  event.preventDefault();
  viewer.openSearch();
}

function Newer({ version, newest, show }: Pick<OpenedVersionProps, 'version' | 'newest' | 'show'>) {
  const t = useT();
  return (
    <Box sx={{ p: 1 }}>
      <Notice
        tone="info"
        role="status"
        title={t('documents.viewer.newer', { shown: version.version, newest: newest.version })}
      >
        <Button variant="text" onClick={() => show(newest.id)}>
          {t('documents.viewer.showNewest')}
        </Button>
      </Notice>
    </Box>
  );
}
