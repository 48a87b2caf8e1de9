import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ArrowUndoIcon } from '@navikt/aksel-icons';
import { useEffect } from 'react';
import type { UndoOffer } from '../graphql/fragments.ts';
import { useT } from '../i18n/index.ts';
import { announce } from './announce.ts';
import { Kbd } from './Kbd.tsx';
import { useSecondsLeft } from './useSecondsLeft.ts';

const ANNOUNCED = [60, 30, 10];

interface UndoBarProps {
  offer: Pick<UndoOffer, 'caseNumber' | 'secondsLeft'>;
  /** What was done: "Avvist, 2 grunner". */
  text: string;
  /** What happens when the time is up: "E-posten sendes om 43 sekunder". Seen only; the seconds are announced at 60, 30, 10. */
  detail?: (seconds: number) => string;
  /** The length of the whole wait, for the ring. */
  totalSeconds?: number;
  onUndo: () => void;
  busy?: boolean;
  /** `Z` on the bench. */
  hotkey?: string;
}

/** A decision that has not left the house yet: how long is left, and Undo. The time is the server's. */
export function UndoBar(props: UndoBarProps) {
  const { offer, text, detail, totalSeconds = 60, onUndo, busy = false, hotkey } = props;
  const t = useT();
  const seconds = useSecondsLeft(offer);
  useEffect(() => {
    if (ANNOUNCED.includes(seconds)) announce(t('shared.secondsLeft', { smart_count: seconds }));
  }, [seconds, t]);
  if (seconds <= 0) return null;
  return (
    <Box
      role="status"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1.25,
        minHeight: 40,
        flex: 'none',
        whiteSpace: 'nowrap',
        pl: 1.25,
        pr: 0.75,
        borderRadius: '4px',
        bgcolor: 'desk.inverse',
        color: 'desk.onInverse',
      }}
    >
      <Ring share={seconds / Math.max(totalSeconds, 1)} seconds={seconds} />
      <span>
        <Box component="b" sx={{ fontWeight: 600 }}>
          {offer.caseNumber}
        </Box>
        : {text}.{detail && <span aria-hidden="true"> {detail(seconds)}</span>}
      </span>
      <Button
        size="small"
        color="inherit"
        onClick={onUndo}
        aria-disabled={busy}
        startIcon={<ArrowUndoIcon aria-hidden />}
        sx={{ color: 'inherit', textDecoration: 'underline' }}
      >
        {t('shared.undo')}
        {hotkey && <Kbd>{hotkey}</Kbd>}
      </Button>
    </Box>
  );
}

function Ring({ share, seconds }: { share: number; seconds: number }) {
  const around = 2 * Math.PI * 12;
  return (
    <svg width="30" height="30" viewBox="0 0 30 30" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="15" cy="15" r="12" strokeWidth="2.5" opacity="0.3" />
      <circle
        cx="15"
        cy="15"
        r="12"
        strokeWidth="2.5"
        strokeDasharray={around}
        strokeDashoffset={around * (1 - Math.min(1, share))}
        transform="rotate(-90 15 15)"
      />
      <text
        x="15"
        y="18.5"
        textAnchor="middle"
        fontSize="10"
        fontWeight="600"
        fill="currentColor"
        stroke="none"
      >
        {seconds}
      </text>
    </svg>
  );
}
