import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { MenuElipsisVerticalIcon } from '@navikt/aksel-icons';
import { type MouseEvent, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import type { HeadAction } from './case-actions.rules.ts';

interface MoreMenuProps {
  actions: readonly HeadAction[];
  onAct: (action: HeadAction) => void;
}

/** Everything else that can be done with the case now. */
export function MoreMenu({ actions, onAct }: MoreMenuProps) {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (actions.length === 0) return null;
  const close = () => setAnchor(null);
  return (
    <>
      <IconButton
        aria-label={t('casePage.more')}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)}
      >
        <MenuElipsisVerticalIcon aria-hidden />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        slotProps={{ list: { 'aria-label': t('casePage.more') } }}
      >
        {actions.map(action => (
          <MenuItem
            key={action}
            onClick={() => {
              close();
              onAct(action);
            }}
          >
            {t(`casePage.action.${action}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
