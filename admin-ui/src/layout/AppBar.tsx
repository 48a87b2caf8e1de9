import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { MagnifyingGlassIcon, MenuHamburgerIcon, QuestionmarkCircleIcon } from '@navikt/aksel-icons';
import { useT } from '../i18n/index.ts';
import { useMay } from '../session.ts';
import { Brand } from '../shared/Brand.tsx';
import { Kbd } from '../shared/Kbd.tsx';
import { LanguageMenu } from '../shared/LanguageMenu.tsx';
import { ThemeButton } from '../shared/ThemeButton.tsx';
import { NewVersion } from './NewVersion.tsx';
import { UserMenu } from './UserMenu.tsx';

interface AppBarProps {
  menuOpen: boolean;
  onToggleMenu: () => void;
  onSearch: () => void;
  onHelp: () => void;
}

export function AppBar({ menuOpen, onToggleMenu, onSearch, onHelp }: AppBarProps) {
  const t = useT();
  const may = useMay();
  return (
    <Box
      component="header"
      sx={{
        gridColumn: '1 / -1',
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        pl: 1.5,
        pr: 2,
        borderBottom: 1,
        borderColor: 'desk.line',
        minWidth: 0,
      }}
    >
      <Tooltip title={t('frame.toggleMenu')}>
        <IconButton onClick={onToggleMenu} aria-label={t('frame.toggleMenu')} aria-expanded={menuOpen}>
          <MenuHamburgerIcon aria-hidden />
        </IconButton>
      </Tooltip>
      <Box sx={{ width: { xs: 'auto', lg: 212 }, flex: 'none' }}>
        <Brand />
      </Box>
      {may('search', 'use') && <SearchButton onPress={onSearch} />}
      <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 0.5, flex: 'none' }}>
        <NewVersion />
        <Tooltip title={`${t('frame.help')} (?)`}>
          <IconButton onClick={onHelp} aria-label={t('frame.help')} aria-keyshortcuts="?">
            <QuestionmarkCircleIcon aria-hidden />
          </IconButton>
        </Tooltip>
        <ThemeButton />
        <LanguageMenu />
        <UserMenu />
      </Box>
    </Box>
  );
}

/** Looks like the field it opens. */
function SearchButton({ onPress }: { onPress: () => void }) {
  const t = useT();
  return (
    <ButtonBase
      onClick={onPress}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K"
      sx={{
        width: 460,
        minWidth: 0,
        flexShrink: 1,
        height: 36,
        pl: 1.25,
        pr: 1,
        gap: 1,
        justifyContent: 'flex-start',
        border: 1,
        borderColor: 'desk.edge',
        borderRadius: '4px',
        bgcolor: 'desk.paper',
        color: 'desk.text2',
        fontSize: '0.875rem',
      }}
    >
      <MagnifyingGlassIcon aria-hidden fontSize="1.25rem" />
      <Box
        component="span"
        sx={{
          flex: 1,
          minWidth: 0,
          textAlign: 'left',
          whiteSpace: 'nowrap',
          overflow: 'hidden',
          textOverflow: 'ellipsis',
        }}
      >
        {t('search.open')}
      </Box>
      <Kbd>Ctrl K</Kbd>
    </ButtonBase>
  );
}
