import Box from '@mui/material/Box';
import { useState } from 'react';
import type { CoreLayoutProps } from 'react-admin';
import { useLocation } from 'react-router';
import { useMay } from '../session.ts';
import { useIdleWatch } from '../shared/activity.ts';
import { useControlKey, useHotkeys } from '../shared/hotkeys.ts';
import { queueOfPath } from '../shared/queues.ts';
import { StepUpDialog } from '../shared/StepUpDialog.tsx';
import { useTakeNext } from '../shared/useTakeNext.ts';
import { AppBar } from './AppBar.tsx';
import { HelpSheet } from './HelpSheet.tsx';
import { Menu } from './Menu.tsx';
import { SearchDialog } from './SearchDialog.tsx';
import { SkipLink } from './SkipLink.tsx';
import { useFormKeys } from './useFormKeys.ts';
import { useMenuOpen } from './useMenuOpen.ts';

/** In a queue `T` takes from that queue, elsewhere from all that the person works in. */
function useQueueHere() {
  const { pathname } = useLocation();
  return queueOfPath(pathname.split('/queues/')[1]) ?? undefined;
}

/** The frame: bar on top, menu left, one main. react-admin's own puts the menu inside main, which misleads screen readers. */
export function Layout({ children }: CoreLayoutProps) {
  const [menuOpen, setMenuOpen] = useMenuOpen();
  const [overlay, setOverlay] = useState<'search' | 'help' | null>(null);
  const { takeNext } = useTakeNext(useQueueHere());
  useIdleWatch();
  useFormKeys();
  const maySearch = useMay()('search', 'use');
  useControlKey('k', () => maySearch && setOverlay('search'));
  useHotkeys({ '?': () => setOverlay('help'), t: takeNext });
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplate: `56px minmax(0, 1fr) / ${menuOpen ? 240 : 56}px minmax(0, 1fr)`,
        height: '100vh',
        overflow: 'hidden',
        bgcolor: 'background.default',
      }}
    >
      <SkipLink />
      <AppBar
        menuOpen={menuOpen}
        onToggleMenu={() => setMenuOpen(!menuOpen)}
        onSearch={() => setOverlay('search')}
        onHelp={() => setOverlay('help')}
      />
      <Menu open={menuOpen} />
      <Box
        component="main"
        id="main"
        tabIndex={-1}
        sx={{ minWidth: 0, minHeight: 0, overflow: 'auto', position: 'relative' }}
      >
        {children}
      </Box>
      <StepUpDialog />
      {overlay === 'search' && <SearchDialog onClose={() => setOverlay(null)} />}
      {overlay === 'help' && <HelpSheet onClose={() => setOverlay(null)} />}
    </Box>
  );
}
