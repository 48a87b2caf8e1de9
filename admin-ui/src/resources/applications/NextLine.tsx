import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { StatusIcon, type StatusShape } from '../../shared/StatusChip.tsx';

interface NextLineProps {
  strong: ReactNode;
  text?: ReactNode;
  shape?: StatusShape;
  tone?: 'work' | 'warn' | 'done';
  children?: ReactNode;
}

const looks = {
  work: { bgcolor: 'desk.accentBg', borderColor: 'desk.accentLine', '& > svg': { color: 'desk.accentText' } },
  warn: {
    ...{ bgcolor: 'desk.warn.background', borderColor: 'desk.warn.line' },
    '& > svg': { color: 'desk.warn.icon' },
  },
  done: { bgcolor: 'desk.tint', borderColor: 'desk.line', '& > svg': { color: 'desk.text2' } },
};

/** The one sentence below the head that says what happens next. */
export function NextLine({ strong, text, shape = 'ready', tone = 'work', children }: NextLineProps) {
  const t = useT();
  return (
    <Box
      component="section"
      aria-label={t('applications.next.title')}
      sx={{
        ...{ display: 'flex', alignItems: 'center', gap: 1.25, px: 2.5, py: 1, flex: 'none' },
        ...{ borderBottom: 1, '& > svg': { flex: 'none' } },
        ...looks[tone],
      }}
    >
      <StatusIcon shape={shape} size={18} />
      <Box component="p" sx={{ m: 0, flex: 1, minWidth: 0 }}>
        <Box component="b" sx={{ fontWeight: 500 }}>
          {strong}
        </Box>{' '}
        {text}
      </Box>
      {children}
    </Box>
  );
}
