import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ArrowUndoIcon } from '@navikt/aksel-icons';
import { useEffect } from 'react';
import type { UndoOffer } from '../graphql/fragments.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { announce } from './announce.ts';
import { Kbd } from './Kbd.tsx';
import { useSecondsLeft } from './useSecondsLeft.ts';

const ANNOUNCED = [60, 30, 10];

interface UndoBarProps {
  offer: UndoOffer;
  /** What was done: "Avvist med 2 grunner". */
  text: string;
  /** The length of the whole wait, for the ring. */
  totalSeconds?: number;
  onUndo: () => void;
  busy?: boolean;
  /** `Z` on the bench. */
  hotkey?: string;
}

/** A decision that has not left the house yet: how long is left, and Undo. The time is the server's. */
export function UndoBar({ offer, text, totalSeconds = 60, onUndo, busy = false, hotkey }: UndoBarProps) {
  const t = useT();
  const format = useFormat();
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
        pl: 1.25,
        pr: 0.75,
        borderRadius: '4px',
        bgcolor: 'desk.inverse',
        color: 'desk.onInverse',
      }}
    >
      <Ring share={seconds / Math.max(totalSeconds, 1)} label={format.clock(seconds)} />
      <span>
        {text} · {offer.caseNumber}
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

function Ring({ share, label }: { share: number; label: string }) {
  const around = 2 * Math.PI * 9;
  return (
    <Box component="span" aria-hidden="true" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}>
      <svg width="22" height="22" viewBox="0 0 22 22" fill="none" stroke="currentColor" aria-hidden="true">
        <circle cx="11" cy="11" r="9" strokeWidth="2" opacity="0.3" />
        <circle
          cx="11"
          cy="11"
          r="9"
          strokeWidth="2"
          strokeDasharray={around}
          strokeDashoffset={around * (1 - Math.min(1, share))}
          transform="rotate(-90 11 11)"
        />
      </svg>
      <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {label}
      </Box>
    </Box>
  );
}
