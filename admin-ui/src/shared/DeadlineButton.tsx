import ButtonBase from '@mui/material/ButtonBase';
import Popover, { type PopoverProps } from '@mui/material/Popover';
import { type MouseEvent, type ReactNode, useState } from 'react';
import { useT } from '../i18n/index.ts';
import { DeadlineWorking } from './DeadlineWorking.tsx';
import { SrOnly } from './SrOnly.tsx';

type Place = Pick<PopoverProps, 'anchorOrigin' | 'transformOrigin'>;

const places: Record<'left' | 'above', Place> = {
  left: {
    anchorOrigin: { vertical: 'center', horizontal: 'left' },
    transformOrigin: { vertical: 'center', horizontal: 'right' },
  },
  above: {
    anchorOrigin: { vertical: 'top', horizontal: 'right' },
    transformOrigin: { vertical: 'bottom', horizontal: 'left' },
  },
};

interface DeadlineButtonProps {
  caseId: string;
  /** Where the working opens. */
  opens: keyof typeof places;
  layout: { gridTemplateColumns: string; gap?: number; width?: number };
  children: ReactNode;
}

/** A due date; a press opens how it was counted. */
export function DeadlineButton({ caseId, opens, layout, children }: DeadlineButtonProps) {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <ButtonBase
        onClick={(event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)}
        aria-haspopup="dialog"
        sx={{
          display: 'grid',
          justifyContent: 'start',
          textAlign: 'left',
          font: 'inherit',
          borderRadius: '4px',
          ...layout,
        }}
      >
        {children}
        <SrOnly>{t('shared.deadline.title')}</SrOnly>
      </ButtonBase>
      <Popover
        {...places[opens]}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('shared.deadline.title') } }}
      >
        <DeadlineWorking caseId={caseId} />
      </Popover>
    </>
  );
}
