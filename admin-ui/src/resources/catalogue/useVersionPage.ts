import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMay } from '../../session.ts';
import type { Line } from '../../shared/changes/ChangedLines.tsx';

/** From when the rule on the page holds. */
export function useSince() {
  const t = useT();
  const format = useFormat();
  return ({ validFrom }: { validFrom: string }): Line => [t('catalogue.since'), format.date(validFrom)];
}

/** The dialog that proposes another version, for those who may. */
export function useOpening() {
  const may = useMay();
  const [proposing, setProposing] = useState(false);
  return {
    proposing,
    open: may('catalogue', 'propose') ? () => setProposing(true) : undefined,
    close: () => setProposing(false),
  };
}
