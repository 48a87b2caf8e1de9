import Box from '@mui/material/Box';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { reasonsOfTab } from './bench.rules.ts';
import { ReasonRow } from './ReasonRow.tsx';
import type { BenchDesk } from './useBenchDesk.ts';

const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** One stop for the Tab key; arrows go from row to row, space toggles. */
export function ReasonList({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const group = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const { choice, catalogue, mode } = desk;
  const reasons = reasonsOfTab(catalogue, choice.tab);
  const reachable = Math.min(current, reasons.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = moves[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const rows = group.current?.querySelectorAll<HTMLElement>('[role="checkbox"]');
    const next = Math.min(reasons.length - 1, Math.max(0, reachable + step));
    setCurrent(next);
    rows?.[next]?.focus();
  };
  return (
    <Box
      ref={group}
      role="group"
      aria-label={t(`bench.rules.group${choice.tab}`)}
      onKeyDown={onKeyDown}
      sx={{ display: 'grid' }}
    >
      {reasons.map((reason, place) => (
        <ReasonRow
          key={reason.code}
          reason={reason}
          place={place}
          finding={desk.wordsOf(reason.code)}
          picked={choice.picked.includes(reason.code)}
          asked={choice.objection?.code === reason.code}
          enabled={mode === 'WORK'}
          reachable={place === reachable}
          onFocus={() => setCurrent(place)}
          onToggle={() => desk.toggle(reason.code)}
        />
      ))}
    </Box>
  );
}
