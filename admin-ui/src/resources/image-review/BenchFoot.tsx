import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { CheckmarkCircleFillIcon } from '@navikt/aksel-icons';
import { type MouseEvent, useState } from 'react';
import type { UndoOffer } from '../../graphql/fragments.ts';
import { useT } from '../../i18n/index.ts';
import { useSettings } from '../../session.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { UndoBar } from '../../shared/UndoBar.tsx';
import { outcomeText } from './useDecision.ts';
import type { NextState } from './useNextCase.ts';
import type { useUndo } from './useUndoOffers.ts';

interface FootProps {
  offers: readonly UndoOffer[];
  undo: ReturnType<typeof useUndo>;
  next: NextState;
}

/** Docked below the images, so that it never covers one: what can be undone, and what comes next. */
export function BenchFoot({ offers, undo, next }: FootProps) {
  const t = useT();
  const { undoSeconds } = useSettings();
  const [latest, ...others] = offers;
  return (
    <Box
      component="footer"
      aria-label={t('bench.next.foot')}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        minHeight: 56,
        px: 2,
        borderTop: 1,
        borderColor: 'desk.line',
        bgcolor: 'desk.tint',
      }}
    >
      {latest && (
        <UndoBar
          key={latest.decisionId}
          offer={latest}
          text={outcomeText(t, latest)}
          {...(latest.outcome !== 'APPROVED' && {
            detail: (seconds: number) => t('bench.mailIn', { smart_count: seconds }),
          })}
          totalSeconds={undoSeconds}
          onUndo={() => undo.mutate(latest)}
          busy={undo.isPending}
          hotkey="Z"
        />
      )}
      {others.length > 0 && <MoreToUndo offers={others} undo={undo} />}
      <NextUp next={next} />
    </Box>
  );
}

function MoreToUndo({ offers, undo }: Omit<FootProps, 'next'>) {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        size="small"
        onClick={(event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
      >
        {t('bench.moreToUndo', { smart_count: offers.length })}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {offers.map(offer => (
          <MenuItem
            key={offer.decisionId}
            onClick={() => {
              setAnchor(null);
              undo.mutate(offer);
            }}
          >
            {t('bench.undoOne', { number: offer.caseNumber })} · {outcomeText(t, offer)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function NextUp({ next }: { next: NextState }) {
  const t = useT();
  return (
    <Box
      sx={{
        ml: 'auto',
        display: 'flex',
        alignItems: 'center',
        gap: 1.5,
        whiteSpace: 'nowrap',
        minWidth: 0,
        overflow: 'hidden',
      }}
    >
      <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 0.75 }}>
        {next.status === 'READY' ? (
          <>
            <Box component="span" sx={{ color: 'desk.ok.icon', display: 'grid' }}>
              <CheckmarkCircleFillIcon aria-hidden fontSize="16px" />
            </Box>
            <span>
              <Box component="b" sx={{ fontWeight: 500 }}>
                {t('bench.next.ready')}
              </Box>{' '}
              {t('bench.next.loaded', { number: next.number })}
            </span>
          </>
        ) : (
          <Box component="span" sx={{ color: 'desk.text2' }}>
            {t(nextText[next.status])}
          </Box>
        )}
      </Box>
      <Box
        component="span"
        sx={{ display: { xs: 'none', lg: 'block' }, width: '1px', height: 20, bgcolor: 'desk.line2' }}
      />
      <Box
        component="span"
        sx={{ display: { xs: 'none', lg: 'flex' }, alignItems: 'center', gap: 0.75, color: 'desk.text2' }}
      >
        <Kbd>?</Kbd> {t('bench.hotkeys')}
      </Box>
    </Box>
  );
}

const nextText = {
  LOADING: 'bench.next.loading',
  NONE: 'bench.next.none',
  FAILED: 'bench.next.failed',
} as const;
