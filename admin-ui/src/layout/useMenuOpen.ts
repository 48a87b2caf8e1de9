import useMediaQuery from '@mui/material/useMediaQuery';
import { matchPath, useLocation } from 'react-router';
import { usePreference } from '../providers/preferences.ts';
import { routes } from '../routes.ts';

/** Whether the menu shows words or is a rail. Case and bench start with the rail; each kind of page remembers its choice. */
export function useMenuOpen(): [boolean, (open: boolean) => void] {
  const { pathname } = useLocation();
  const wide = useMediaQuery('(min-width: 1200px)', { noSsr: true });
  const rail = routes.some(route => route.rail && matchPath(`/${route.path}`, pathname));
  return usePreference<boolean>(rail ? 'menu.open.work' : 'menu.open', wide && !rail);
}
