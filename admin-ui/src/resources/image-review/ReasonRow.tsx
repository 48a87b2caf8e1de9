import Box from '@mui/material/Box';
import {
  CheckmarkHeavyIcon,
  CheckmarkIcon,
  ExclamationmarkTriangleFillIcon,
  EyeIcon,
} from '@navikt/aksel-icons';
import type { KeyboardEvent } from 'react';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { REASON_KEYS } from './bench.rules.ts';
import type { CatalogueReason, Finding } from './image-review.documents.ts';

interface RowProps {
  reason: CatalogueReason;
  place: number;
  finding: { level: Finding['level']; words: string };
  picked: boolean;
  /** The page asks about this row just now. */
  asked: boolean;
  enabled: boolean;
  reachable: boolean;
  onFocus: () => void;
  onToggle: () => void;
}

const looks = {
  REMARK: {
    Icon: ExclamationmarkTriangleFillIcon,
    icon: 'desk.warn.icon',
    text: 'desk.warn.text',
    weight: 500,
  },
  CLEAR: { Icon: CheckmarkIcon, icon: 'desk.ok.icon', text: 'desk.text2', weight: 400 },
  HUMAN: { Icon: EyeIcon, icon: 'desk.text2', text: 'desk.text2', weight: 400 },
} as const;

function FindingCell({ finding: { level, words } }: Pick<RowProps, 'finding'>) {
  const { Icon, icon, text, weight } = looks[level];
  return (
    <Box
      component="span"
      sx={{
        display: 'flex',
        gap: 0.75,
        alignItems: 'center',
        fontSize: 12,
        lineHeight: '14px',
        color: text,
        fontWeight: weight,
        '& svg': { color: icon, flex: 'none' },
      }}
    >
      <Icon aria-hidden fontSize="16px" />
      {words}
    </Box>
  );
}

function Tick({ on, enabled }: { on: boolean; enabled: boolean }) {
  return (
    <Box
      component="span"
      sx={{
        width: 18,
        height: 18,
        borderRadius: '2px',
        border: 2,
        display: 'grid',
        placeItems: 'center',
        borderColor: on ? 'desk.accent' : enabled ? 'desk.edge' : 'desk.line2',
        bgcolor: on ? 'desk.accent' : 'desk.paper',
        color: 'desk.onAccent',
      }}
    >
      {on && <CheckmarkHeavyIcon aria-hidden fontSize="14px" />}
    </Box>
  );
}

/** A rule, its measured finding and the reason in one: pressed by its key, by mouse, or with space. */
export function ReasonRow(props: RowProps) {
  const { reason, place, finding, picked, asked, enabled, reachable, onFocus, onToggle } = props;
  const t = useT();
  const spoken = t(`bench.finding.spoken${finding.level}`, { words: finding.words });
  const hotkey = REASON_KEYS[place];
  const toggle = () => enabled && onToggle();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    toggle();
  };
  return (
    <Box
      role="checkbox"
      aria-checked={picked}
      aria-disabled={!enabled}
      aria-label={reason.final ? reason.label : `${reason.label}, ${spoken}`}
      aria-keyshortcuts={hotkey?.cap}
      tabIndex={reachable ? 0 : -1}
      onFocus={onFocus}
      onClick={toggle}
      onKeyDown={onKeyDown}
      sx={{ ...rowLook(picked, asked), cursor: enabled ? 'pointer' : 'default' }}
    >
      <span>{hotkey && <Kbd>{hotkey.cap}</Kbd>}</span>
      <Box component="span" sx={{ fontSize: { xs: 13, lg: 14 }, lineHeight: '16px', pr: 0.5 }}>
        {reason.label}
      </Box>
      {reason.final ? <span /> : <FindingCell finding={finding} />}
      <Tick on={picked} enabled={enabled} />
    </Box>
  );
}

const rowLook = (picked: boolean, asked: boolean) => ({
  display: 'grid',
  gridTemplateColumns: '34px minmax(0,1fr) 108px 20px',
  alignItems: 'center',
  minHeight: 36,
  px: 0.75,
  borderBottom: 1,
  borderColor: 'desk.line',
  userSelect: 'none',
  '&:hover': { bgcolor: 'desk.tint' },
  ...(picked && {
    bgcolor: 'desk.accentBg',
    borderRadius: '4px',
    fontWeight: 500,
    '&:hover': { bgcolor: 'desk.accentBg' },
  }),
  ...(asked && { bgcolor: 'desk.warn.background', '&:hover': { bgcolor: 'desk.warn.background' } }),
  '&:focus-visible': { outlineOffset: '-3px', boxShadow: 'none' },
});
