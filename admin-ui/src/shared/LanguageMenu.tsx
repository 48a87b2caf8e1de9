import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { GlobeIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { languages, setLanguage, useLanguage, useT } from '../i18n/index.ts';

/** The language of the console; every language is named in itself. */
export function LanguageMenu() {
  const t = useT();
  const language = useLanguage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const current = languages.find(({ code }) => code === language)?.name ?? '';
  return (
    <>
      <Button
        color="inherit"
        onClick={event => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={`${t('frame.language')}: ${current}`}
        startIcon={<GlobeIcon aria-hidden />}
        sx={{ color: 'desk.text' }}
      >
        {current}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {languages.map(({ code, name }) => (
          <MenuItem
            key={code}
            lang={code}
            role="menuitemradio"
            aria-checked={code === language}
            selected={code === language}
            onClick={() => {
              setAnchor(null);
              void setLanguage(code);
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
