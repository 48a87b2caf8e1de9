import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { PadlockLockedIcon, PadlockUnlockedIcon } from '@navikt/aksel-icons';
import { type MouseEvent, useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { Initials } from '../../shared/OwnerAvatar.tsx';
import type { BenchDesk } from './useBenchDesk.ts';

const line = { display: 'inline-flex', alignItems: 'center', gap: 0.75, mr: 0.5, whiteSpace: 'nowrap' };

/** Who has the case and until when; mine can be extended and put back. */
export function ReservationMenu({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const format = useFormat();
  const { reservation } = desk.bench.case;
  if (desk.mode === 'REST' && !reservation) return null;
  if (!reservation)
    return (
      <Box component="span" sx={{ ...line, color: 'desk.text2' }}>
        <PadlockUnlockedIcon aria-hidden fontSize="18px" />
        {t('bench.notReserved')}
      </Box>
    );
  const time = format.time(reservation.until);
  if (!reservation.mine)
    return (
      <Box component="span" sx={line}>
        <Initials initials={reservation.by.initials} />
        {t('bench.reservedBy', { name: reservation.by.name, time })}
      </Box>
    );
  return <MyReservation desk={desk} text={t('bench.reservedUntil', { time })} />;
}

function MyReservation({ desk, text }: { desk: BenchDesk; text: string }) {
  const t = useT();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        variant="text"
        color="inherit"
        onClick={(event: MouseEvent<HTMLElement>) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        sx={{ color: 'desk.text', fontWeight: 400, gap: 0.75, '& svg': { color: 'desk.text2' } }}
      >
        <PadlockLockedIcon aria-hidden fontSize="18px" />
        {text}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} aria-label={t('bench.reservationMenu')}>
        <MenuItem
          onClick={() => {
            close();
            desk.reservation.extend();
          }}
        >
          {t('bench.extend')}
        </MenuItem>
        <MenuItem
          onClick={() => {
            close();
            desk.setDialog('RELEASE');
          }}
        >
          {t('bench.release')}
        </MenuItem>
      </Menu>
    </>
  );
}
