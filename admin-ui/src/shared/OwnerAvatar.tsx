import Box from '@mui/material/Box';
import type { Reservation } from '../graphql/fragments.ts';
import { useFormat, useT } from '../i18n/index.ts';
import type { DeskTokens } from '../theme/tokens.ts';

const lookOf = (desk: DeskTokens) => ({
  mine: { backgroundColor: desk.accent, color: desk.onAccent },
  other: { backgroundColor: desk.tint2, color: desk.text, boxShadow: `inset 0 0 0 1px ${desk.line2}` },
  free: { border: `1.5px dashed ${desk.edge}` },
});

interface InitialsProps {
  initials: string;
  /** mine is blue; free is the dashed ring. */
  look?: 'mine' | 'other' | 'free';
  size?: 20 | 24 | 32;
}

export function Initials({ initials, look = 'other', size = 24 }: InitialsProps) {
  return (
    <Box
      component="span"
      aria-hidden="true"
      className="DeskAvatar"
      sx={theme => ({
        width: size,
        height: size,
        borderRadius: '50%',
        display: 'inline-grid',
        placeItems: 'center',
        flex: 'none',
        fontSize: size === 32 ? 12 : size === 20 ? 9 : 10,
        lineHeight: 1,
        fontWeight: 600,
        ...lookOf(theme.palette.desk)[look],
      })}
    >
      {look === 'free' ? '' : initials}
    </Box>
  );
}

/** Who has the case: blue for me, grey for a colleague, dashed ring when free. */
export function OwnerAvatar({ reservation }: { reservation: Reservation | null }) {
  const t = useT();
  const format = useFormat();
  const look = !reservation ? 'free' : reservation.mine ? 'mine' : 'other';
  const name = !reservation ? t('shared.free') : reservation.mine ? t('shared.you') : reservation.by.name;
  const until = reservation ? t('shared.until', { name, time: format.time(reservation.until) }) : undefined;
  return (
    <Box
      component="span"
      title={until}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        whiteSpace: 'nowrap',
        verticalAlign: 'middle',
      }}
    >
      <Initials initials={reservation?.by.initials ?? ''} look={look} />
      <Box component="span" sx={{ color: reservation ? 'desk.text' : 'desk.text2' }}>
        {name}
      </Box>
    </Box>
  );
}
