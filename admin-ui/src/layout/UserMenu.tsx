import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router';
import { useT } from '../i18n/index.ts';
import { signOut, useMe } from '../session.ts';
import { Initials } from '../shared/OwnerAvatar.tsx';
import { useErrorText } from '../shared/useErrorText.ts';
import { ChangePasswordDialog } from './ChangePasswordDialog.tsx';
import { SessionsDialog } from './SessionsDialog.tsx';

const hiddenWhenNarrow = {
  position: { xs: 'absolute', lg: 'static' },
  clipPath: { xs: 'inset(50%)', lg: 'none' },
  whiteSpace: 'nowrap',
};

/** Who am I, my sessions, sign out. */
export function UserMenu() {
  const t = useT();
  const me = useMe();
  const notify = useNotify();
  const errorText = useErrorText();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'sessions' | 'password' | null>(null);
  const open = (next: typeof dialog) => {
    setAnchor(null);
    setDialog(next);
  };
  const role = me.roles.map(name => t(`enums.role.${name}`)).join(', ');
  const leave = () => signOut().catch(error => notify(errorText(error), { type: 'error' }));
  return (
    <>
      <ButtonBase
        onClick={event => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        sx={{
          ml: 1,
          pl: 1.5,
          height: 36,
          gap: 1.25,
          borderLeft: 1,
          borderColor: 'desk.line',
          textAlign: 'left',
          borderRadius: '2px',
        }}
      >
        <Initials initials={me.initials} size={32} />
        <Box component="span" sx={{ lineHeight: '16px', ...hiddenWhenNarrow }}>
          <Box component="span" sx={{ display: 'block', fontSize: 14, fontWeight: 500 }}>
            {me.name}
          </Box>
          <Box component="span" sx={{ fontSize: 12, color: 'desk.text2' }}>
            {role}
          </Box>
        </Box>
      </ButtonBase>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <Box component="li" role="presentation" sx={{ px: 2, pt: 0.5, pb: 1 }}>
          <Box sx={{ fontWeight: 500 }}>{me.name}</Box>
          <Box sx={{ fontSize: 12, color: 'desk.text2' }}>
            {role} · {me.organisation.name}
          </Box>
        </Box>
        <Divider component="li" />
        <MenuItem component={Link} to="/my-ties" onClick={() => open(null)}>
          {t('ties.title')}
        </MenuItem>
        <MenuItem onClick={() => open('sessions')}>{t('frame.mySessions')}</MenuItem>
        {me.signInMethod === 'PASSWORD' && (
          <MenuItem onClick={() => open('password')}>{t('signIn.changeTitle')}</MenuItem>
        )}
        <MenuItem onClick={() => void leave()}>{t('frame.signOut')}</MenuItem>
      </Menu>
      {dialog === 'sessions' && <SessionsDialog onClose={() => setDialog(null)} />}
      {dialog === 'password' && <ChangePasswordDialog onClose={() => setDialog(null)} />}
    </>
  );
}
