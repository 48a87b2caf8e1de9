import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { PlusIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { useWords } from './application-words.ts';
import { useDecision } from './DecisionContext.tsx';
import { statutesOf } from './decision-draft.rules.ts';

/** The law the decision rests on: what is suggested, with more to add. */
export function LegalRefs({ fault }: { fault: string | undefined }) {
  const t = useT();
  const words = useWords();
  const { draft, set, texts } = useDecision();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const known = texts.data?.statutes ?? [];
  const chosen = statutesOf(draft, texts.data);
  const others = known.filter(({ id }) => !chosen.includes(id));
  return (
    <Box>
      <Typography variant="subtitle2" component="p">
        {t('decisions.law')}
      </Typography>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, mt: 0.75, p: 0, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}
      >
        {known
          .filter(({ id }) => chosen.includes(id))
          .map(({ id, citation, title }) => (
            <Box
              component="li"
              key={id}
              title={words(title)}
              sx={{
                ...{ display: 'inline-flex', alignItems: 'center', border: 1, borderColor: 'desk.line2' },
                ...{ borderRadius: '4px', pl: 0.75, fontSize: 12, fontWeight: 500, minHeight: 24 },
              }}
            >
              {words(citation)}
              <IconButton
                size="small"
                aria-label={t('decisions.removeLaw', { name: words(citation) })}
                onClick={() => set({ statutes: chosen.filter(one => one !== id) })}
                sx={{ p: 0.25, width: 24, height: 24 }}
              >
                <XMarkIcon aria-hidden fontSize="14px" />
              </IconButton>
            </Box>
          ))}
        {others.length > 0 && (
          <li>
            <Button
              size="small"
              startIcon={<PlusIcon aria-hidden />}
              aria-haspopup="menu"
              onClick={event => setAnchor(event.currentTarget)}
              sx={{ px: 0.5, minHeight: 24 }}
            >
              {t('decisions.addLaw')}
            </Button>
          </li>
        )}
      </Box>
      {fault && (
        <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
          {t('decisions.lawNeeded')}
        </Typography>
      )}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {others.map(({ id, citation, title }) => (
          <MenuItem
            key={id}
            onClick={() => {
              setAnchor(null);
              set({ statutes: [...chosen, id] });
            }}
            sx={{ display: 'block', maxWidth: 480, whiteSpace: 'normal' }}
          >
            {words(citation)}
            <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
              {words(title)}
            </Typography>
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}
