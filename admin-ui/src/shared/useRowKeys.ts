import { useRef } from 'react';
import { useHotkeys } from './hotkeys.ts';

/** J and K move between the links that open the rows of a table. */
export function useRowKeys() {
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (step: 1 | -1) => {
    const rows = [...(body.current?.querySelectorAll('tr[data-row]') ?? [])];
    if (rows.length === 0) return;
    const here = rows.findIndex(row => row.contains(document.activeElement));
    const next = rows[Math.max(0, Math.min(rows.length - 1, here + step))];
    next?.querySelector<HTMLElement>('a')?.focus();
  };
  useHotkeys({ j: () => move(1), k: () => move(-1) });
  return body;
}
