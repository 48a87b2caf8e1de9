import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type Translate, useFormat, useT } from '../../i18n/index.ts';
import type { CardDetail } from './card.documents.ts';

type Event = CardDetail['events'][number];
const STATES = ['VALID', 'INVALID', 'BLOCKED', 'EXPIRED'] as const;
const TOLD = [
  ...['SHREDDED', 'SEIZED', 'NOTE'],
  ...['CALLER_VERIFIED', 'CALLER_REFUSED', 'CALLER_NO_ANSWER'],
] as const;
type Told = 'SHREDDED' | 'SEIZED' | 'NOTE' | 'CALLER_VERIFIED' | 'CALLER_REFUSED' | 'CALLER_NO_ANSWER';

const isTold = (type: string): type is Told => TOLD.some(told => told === type);

function wordsOf({ type, oldValue, newValue }: Event, t: Translate, day: string): string {
  const state = STATES.find(one => one === newValue);
  if (type === 'CARD_STATUS' && state)
    return oldValue === null
      ? t('cards.event.CARD_FIRST')
      : t('cards.event.CARD_STATUS', { status: t(`cards.state.${state}`) });
  return isTold(type) ? t(`cards.event.${type}`, { day }) : type;
}

/** What happened to the card, newest first. */
export function CardHistory({ events }: { events: readonly Event[] }) {
  const t = useT();
  const format = useFormat();
  if (events.length === 0)
    return <Typography sx={{ color: 'desk.text2' }}>{t('cards.noHistory')}</Typography>;
  return (
    <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.25 }}>
      {events.map(event => (
        <li key={event.id}>
          <Typography>
            {wordsOf(
              event,
              t,
              event.newValue && /^\d{4}-/.test(event.newValue) ? format.date(event.newValue) : '',
            )}
          </Typography>
          {event.note && event.type !== 'CARD_STATUS' && <Typography>{event.note}</Typography>}
          <Typography variant="caption" sx={{ color: 'desk.text2' }}>
            {format.dateTime(event.at)}, {event.actor?.name ?? t('cards.automatic')}
          </Typography>
        </li>
      ))}
    </Box>
  );
}
