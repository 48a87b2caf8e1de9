import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { Link } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { useBatch } from './useBatch.ts';

/** From one proposal of a batch to the next; each is read and signed by itself. */
export function BatchLine() {
  const t = useT();
  const found = useBatch();
  if (!found) return null;
  const { batch, place, next, previous } = found;
  const steps = [
    { to: previous, label: t('withdrawals.batch.previous'), Icon: ChevronLeftIcon },
    { to: next, label: t('withdrawals.batch.next'), Icon: ChevronRightIcon },
  ];
  return (
    <Box
      component="nav"
      aria-label={t('withdrawals.batch.title')}
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5, whiteSpace: 'nowrap' }}
    >
      {t('withdrawals.batch.place', { place, count: batch.length })}
      <Whole />
      {steps.map(
        ({ to, label, Icon }) =>
          to && (
            <IconButton
              key={label}
              component={Link}
              to={`/cases/${to.caseId}`}
              aria-label={label}
              size="small"
            >
              <Icon aria-hidden />
            </IconButton>
          ),
      )}
    </Box>
  );
}

function Whole() {
  const t = useT();
  const found = useBatch();
  const { detail } = useApplicationDesk();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        size="small"
        aria-haspopup="menu"
        onClick={event => setAnchor(event.currentTarget)}
        sx={{ minHeight: 24, py: 0 }}
      >
        {t('withdrawals.batch.all')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { maxHeight: 400 } } }}
      >
        {found?.batch.map(({ caseId, caseNumber }) => (
          <MenuItem
            key={caseId}
            component={Link}
            to={`/cases/${caseId}`}
            selected={caseId === detail.id}
            onClick={() => setAnchor(null)}
          >
            {caseId === detail.id ? `${caseNumber}, ${t('withdrawals.batch.here')}` : caseNumber}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
