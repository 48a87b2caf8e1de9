import Button from '@mui/material/Button';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { BlockDialog } from './BlockDialog.tsx';
import type { CardDetail } from './card.documents.ts';
import { RecordDialog } from './RecordDialog.tsx';
import { ReissueDialog } from './ReissueDialog.tsx';

const SHOWN = ['RECORD_SHREDDED', 'RECORD_SEIZED', 'REISSUE', 'BLOCK'] as const;
type Shown = (typeof SHOWN)[number];

/** What the server says may be done; the last one is the page's one filled button. */
export function CardActions({ card }: { card: CardDetail }) {
  const t = useT();
  const [open, setOpen] = useState<Shown | null>(null);
  const offered = SHOWN.filter(action => card.allowedActions.includes(action));
  const close = () => setOpen(null);
  return (
    <>
      {offered.map((action, index) => (
        <Button
          key={action}
          variant={index === offered.length - 1 ? 'contained' : 'outlined'}
          color={index === offered.length - 1 ? 'primary' : 'inherit'}
          onClick={() => setOpen(action)}
        >
          {t(`cards.action.${action}`)}
        </Button>
      ))}
      {open === 'BLOCK' && <BlockDialog card={card} onClose={close} />}
      {open === 'REISSUE' && <ReissueDialog card={card} onClose={close} />}
      {open === 'RECORD_SHREDDED' && <RecordDialog card={card} what="SHREDDED" onClose={close} />}
      {open === 'RECORD_SEIZED' && <RecordDialog card={card} what="SEIZED" onClose={close} />}
    </>
  );
}
