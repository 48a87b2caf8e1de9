import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { announce } from './announce.ts';

interface PageHeadProps {
  /** What this page is; also the title of the window. */
  title: string;
  /** Links above the title. */
  crumb?: ReactNode;
  /** One muted line below the title. */
  lead?: ReactNode;
  /** Status chip and owner, right of the title. */
  status?: ReactNode;
  /** The secondary buttons, then the one filled button last: it is always top right. */
  actions?: ReactNode;
  line?: boolean;
}

/** Head of every page. A change of route moves the focus to its heading and announces it. */
export function PageHead({ title, crumb, lead, status, actions, line = false }: PageHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = `${title} – HMS-kort Desk`;
  }, [title]);
  useEffect(() => {
    if (pathname && !document.querySelector('[role="dialog"]'))
      heading.current?.focus({ preventScroll: true });
  }, [pathname]);
  useEffect(() => announce(title), [title]);
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        gap: 1.5,
        minHeight: 64,
        px: 3,
        py: 1.5,
        ...(line && { borderBottom: 1, borderColor: 'desk.line' }),
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        {crumb && (
          <Typography
            variant="caption"
            component="div"
            sx={{ color: 'desk.text2', '& a': { color: 'inherit' } }}
          >
            {crumb}
          </Typography>
        )}
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5 }}>
          <Typography ref={heading} variant="h1" tabIndex={-1}>
            {title}
          </Typography>
          {status}
        </Box>
        {lead && <Typography sx={{ color: 'desk.text2' }}>{lead}</Typography>}
      </Box>
      {actions && <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 1 }}>{actions}</Box>}
    </Box>
  );
}
