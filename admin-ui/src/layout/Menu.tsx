import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { Link, useLocation } from 'react-router';
import { useT } from '../i18n/index.ts';
import { useSettings } from '../session.ts';
import { type MenuEntry, useMenuGroups } from './menu-entries.ts';

const sheet = {
  bgcolor: 'desk.tint',
  borderRight: 1,
  borderColor: 'desk.line',
  px: 1,
  py: 1.5,
  display: 'flex',
  flexDirection: 'column',
  gap: '2px',
  overflowY: 'auto',
  overflowX: 'hidden',
};

/** The main menu: only what the person may open, with live counts. Closed, it is a rail with the number under the icon. */
export function Menu({ open }: { open: boolean }) {
  const t = useT();
  const groups = useMenuGroups();
  const { demoMode } = useSettings();
  return (
    <Box
      component="nav"
      aria-label={t('frame.mainMenu')}
      sx={{ ...sheet, ...(!open && { alignItems: 'center' }) }}
    >
      {groups.map(group => (
        <Box key={group.key} sx={{ display: 'contents' }}>
          {group.heading && open && (
            <Typography
              component="h2"
              sx={{
                fontSize: 12,
                lineHeight: '16px',
                fontWeight: 500,
                color: 'desk.text2',
                p: '14px 12px 6px',
              }}
            >
              {group.heading}
            </Typography>
          )}
          {group.heading && !open && (
            <Box
              component="hr"
              sx={{ width: 28, border: 0, borderTop: 1, borderColor: 'desk.line', my: 1, flex: 'none' }}
            />
          )}
          {group.entries.map(entry => (
            <MenuLink key={entry.to} entry={entry} open={open} />
          ))}
        </Box>
      ))}
      {demoMode && open && (
        <Typography
          variant="caption"
          component="p"
          sx={{ mt: 'auto', px: 1.5, pt: 1.25, borderTop: 1, borderColor: 'desk.line', color: 'desk.text2' }}
        >
          {t('frame.demoFoot')}
        </Typography>
      )}
    </Box>
  );
}

const linkLook = {
  display: 'flex',
  alignItems: 'center',
  flex: 'none',
  borderRadius: '4px',
  color: 'desk.text',
  textDecoration: 'none',
  position: 'relative',
  '& svg': { color: 'desk.text2', flex: 'none' },
  '&:hover': { bgcolor: 'desk.tint2' },
  '&:focus-visible': { outlineOffset: '-1px' },
  '&[aria-current]': { bgcolor: 'desk.accentBg2', color: 'desk.accentTextStrong', fontWeight: 500 },
  '&[aria-current] svg': { color: 'desk.accentText' },
  '&[aria-current]::before': {
    content: '""',
    position: 'absolute',
    left: 0,
    top: 6,
    bottom: 6,
    width: 3,
    borderRadius: '2px',
    bgcolor: 'desk.accent',
  },
};
const countLook = {
  fontVariantNumeric: 'tabular-nums',
  color: 'desk.text2',
  'a[aria-current] &': { color: 'inherit', fontWeight: 600 },
};
const wideCount = { ml: 'auto', fontSize: 12 };
const narrowCount = { fontSize: 10, lineHeight: '12px', fontWeight: 500 };
const wide = { height: 36, gap: 1.25, pl: 1.5, pr: 1.25 };
const narrow = { width: 40, height: 40, justifyContent: 'center', flexDirection: 'column', gap: '1px' };

// The bench is where the image queue is worked on.
const BENCH_QUEUE = '/queues/image-review';
const isCurrent = (to: string, pathname: string) => {
  if (to === BENCH_QUEUE && pathname.startsWith('/bench')) return true;
  return to === '/' ? pathname === '/' : pathname.startsWith(to);
};

function MenuLink({ entry, open }: { entry: MenuEntry; open: boolean }) {
  const { pathname } = useLocation();
  const { to, Icon, label, count } = entry;
  const link = (
    <Box
      component={Link}
      to={to}
      aria-current={isCurrent(to, pathname) ? 'page' : undefined}
      aria-label={open ? undefined : [label, count].filter(Boolean).join(' ')}
      sx={{ ...linkLook, ...(open ? wide : narrow) }}
    >
      <Icon aria-hidden fontSize="1.25rem" />
      {open && <span>{label}</span>}
      {count && (
        <Box component="span" sx={{ ...countLook, ...(open ? wideCount : narrowCount) }}>
          {count}
        </Box>
      )}
    </Box>
  );
  if (open) return link;
  return (
    <Tooltip title={label} placement="right">
      {link}
    </Tooltip>
  );
}
