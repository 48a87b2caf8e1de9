import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  CheckmarkCircleFillIcon,
  ExclamationmarkTriangleFillIcon,
  InformationSquareIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons';
import type { ReactNode } from 'react';

const icons = {
  ok: CheckmarkCircleFillIcon,
  warn: ExclamationmarkTriangleFillIcon,
  bad: XMarkOctagonFillIcon,
  info: InformationSquareIcon,
};

interface NoticeProps {
  tone: keyof typeof icons;
  title: ReactNode;
  children?: ReactNode;
  /** `alert` interrupts a screen reader: lost reservation, failed send. `status` waits its turn. */
  role?: 'alert' | 'status';
}

/** A box in the page that says something about it: information, warning, failure, success. */
export function Notice({ tone, title, children, role }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <Box
      role={role}
      sx={{
        display: 'flex',
        gap: 1.5,
        px: 2,
        py: 1.5,
        borderRadius: '4px',
        border: 1,
        borderColor: `desk.${tone}.line`,
        bgcolor: `desk.${tone}.background`,
        '& > svg': { color: `desk.${tone}.icon`, flex: 'none' },
      }}
    >
      <Icon aria-hidden fontSize="1.25rem" />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography component="p" variant="subtitle2">
          {title}
        </Typography>
        {children}
      </Box>
    </Box>
  );
}
