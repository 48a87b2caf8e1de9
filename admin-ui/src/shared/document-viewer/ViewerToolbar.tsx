import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import {
  ChevronDownIcon,
  ChevronUpIcon,
  ExpandIcon,
  MagnifyingGlassIcon,
  RotateLeftIcon,
  RotateRightIcon,
  ZoomMinusIcon,
  ZoomPlusIcon,
} from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import type { Viewer } from './useViewer.ts';
import { KEYS } from './useViewerKeys.ts';
import { ViewerTool } from './ViewerTool.tsx';
import { percent } from './view.rules.ts';

interface ViewerToolbarProps {
  title: string;
  viewer: Viewer;
  /** A picture has no text to look in. */
  searchable: boolean;
  children?: ReactNode;
}

/** What is shown and where in it; then size, turning and search. */
export function ViewerToolbar({ title, viewer, searchable, children }: ViewerToolbarProps) {
  const t = useT();
  return (
    <Box
      role="toolbar"
      aria-label={t('documents.viewer.tools')}
      sx={{
        ...{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 0.5, px: 1.5, py: 0.75 },
        ...{ bgcolor: 'background.paper', borderBottom: 1, borderColor: 'desk.line', minHeight: 45 },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1, flex: 1, minWidth: 120 }}>
        <Typography component="h2" variant="h5" noWrap title={title}>
          {title}
        </Typography>
        <PageCount viewer={viewer} />
      </Box>
      {children}
      <PageTools viewer={viewer} />
      <ZoomTools viewer={viewer} />
      <ViewerTool
        name={t('documents.viewer.rotateLeft')}
        hotkey={KEYS.left}
        Icon={RotateLeftIcon}
        onPress={() => viewer.rotate(-1)}
      />
      <ViewerTool
        name={t('documents.viewer.rotateRight')}
        hotkey={KEYS.right}
        Icon={RotateRightIcon}
        onPress={() => viewer.rotate(1)}
      />
      {searchable && (
        <ViewerTool
          name={t('documents.viewer.search')}
          hotkey={KEYS.search}
          Icon={MagnifyingGlassIcon}
          pressed={viewer.search.open}
          onPress={viewer.search.open ? viewer.closeSearch : viewer.openSearch}
        />
      )}
    </Box>
  );
}

function PageCount({ viewer: { page, pages } }: { viewer: Viewer }) {
  const t = useT();
  if (pages === 0) return null;
  return (
    <Typography
      variant="body2"
      sx={{ color: 'desk.text2', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
    >
      {t('documents.viewer.pageOf', { page, pages })}
    </Typography>
  );
}

function PageTools({ viewer }: { viewer: Viewer }) {
  const t = useT();
  if (viewer.pages < 2) return null;
  return (
    <>
      <ViewerTool
        name={t('documents.viewer.previousPage')}
        hotkey={KEYS.before}
        Icon={ChevronUpIcon}
        disabled={viewer.page === 1}
        onPress={() => viewer.goTo(viewer.page - 1)}
      />
      <ViewerTool
        name={t('documents.viewer.nextPage')}
        hotkey={KEYS.after}
        Icon={ChevronDownIcon}
        disabled={viewer.page === viewer.pages}
        onPress={() => viewer.goTo(viewer.page + 1)}
      />
    </>
  );
}

function ZoomTools({ viewer }: { viewer: Viewer }) {
  const t = useT();
  const n = percent(viewer.shownZoom);
  return (
    <>
      <ViewerTool
        name={t('documents.viewer.smaller')}
        hotkey={KEYS.smaller}
        Icon={ZoomMinusIcon}
        onPress={() => viewer.zoomBy(-1)}
      />
      <ButtonBase
        onClick={viewer.paperSize}
        aria-label={t('documents.viewer.paperSize', { n })}
        title={t('documents.viewer.paperSize', { n })}
        sx={{
          width: 52,
          whiteSpace: 'nowrap',
          height: 32,
          borderRadius: '4px',
          font: 'inherit',
          fontSize: '0.875rem',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {t('documents.viewer.percent', { n })}
      </ButtonBase>
      <ViewerTool
        name={t('documents.viewer.larger')}
        hotkey={KEYS.larger}
        Icon={ZoomPlusIcon}
        onPress={() => viewer.zoomBy(1)}
      />
      <ViewerTool
        name={t('documents.viewer.fit')}
        hotkey={KEYS.fit}
        Icon={ExpandIcon}
        pressed={viewer.view.zoom === null}
        onPress={viewer.fit}
      />
    </>
  );
}
