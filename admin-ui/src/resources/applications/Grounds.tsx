import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { useWords } from './application-words.ts';
import { useDecision } from './DecisionContext.tsx';
import type { DecisionTexts } from './decision.documents.ts';

type Ground = DecisionTexts['grounds'][number];

/** Texts of the catalogue that fit exception and outcome; each opens as the letter says it, in the version that holds today. */
export function Grounds({ fault }: { fault: string | undefined }) {
  const t = useT();
  const { texts } = useDecision();
  return (
    <Box role="group" aria-label={t('decisions.grounds')}>
      <Typography variant="subtitle2" component="p">
        {t('decisions.grounds')}
      </Typography>
      {!texts.data && <LoadingShape shape="panel" rows={3} />}
      {texts.data?.grounds.map(ground => (
        <Line key={ground.id} ground={ground} />
      ))}
      {texts.data?.grounds.length === 0 && (
        <Typography sx={{ color: 'desk.text2' }}>{t('decisions.noGrounds')}</Typography>
      )}
      {fault && (
        <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
          {t('decisions.groundsNeeded')}
        </Typography>
      )}
    </Box>
  );
}

function Line({ ground }: { ground: Ground }) {
  const t = useT();
  const words = useWords();
  const { draft, set } = useDecision();
  const { application } = useApplicationDesk();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { id, version, label, text } = ground;
  const chosen = draft.grounds.includes(id);
  const toggle = () =>
    set({ grounds: chosen ? draft.grounds.filter(one => one !== id) : [...draft.grounds, id] });
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 0.5 }}>
      <FormControlLabel
        control={<Checkbox size="small" checked={chosen} onChange={toggle} />}
        label={words(label)}
        sx={{ mr: 0 }}
      />
      <Button
        size="small"
        aria-haspopup="dialog"
        aria-label={t('decisions.textOf', { version, label: words(label) })}
        onClick={event => setAnchor(event.currentTarget)}
        sx={{ p: 0, minWidth: 0, minHeight: 24, fontSize: 12, textDecoration: 'underline', flex: 'none' }}
      >
        {t('decisions.text', { version })}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': words(label), sx: { p: 2, maxWidth: 420 } } }}
      >
        <Typography lang={application.language}>{text[application.language]}</Typography>
      </Popover>
    </Box>
  );
}
