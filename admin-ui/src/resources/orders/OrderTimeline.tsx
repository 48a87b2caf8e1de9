import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import {
  ArrowsCirclepathIcon,
  EnvelopeClosedIcon,
  EyeIcon,
  FunnelIcon,
  ImageIcon,
  NotePencilIcon,
  PackageIcon,
  PhoneFillIcon,
} from '@navikt/aksel-icons';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import { useWhen } from '../../shared/useWhen.ts';
import { useOrderDesk } from './OrderContext.tsx';
import type { OrderEvent } from './order.documents.ts';
import {
  type EventFilter,
  eventFilters,
  eventWords,
  groupOf,
  passes,
  spokenNote,
} from './order-event.rules.ts';

const icons = {
  all: FunnelIcon,
  post: EnvelopeClosedIcon,
  register: ArrowsCirclepathIcon,
  images: ImageIcon,
  notes: NotePencilIcon,
  status: PackageIcon,
  access: EyeIcon,
};

/** Everything that has happened to the order, the line and its cases, the newest first; one kind at a time when asked for. */
export function OrderTimeline() {
  const t = useT();
  const { events } = useOrderDesk().order;
  const [filter, setFilter] = useState<EventFilter>('all');
  const shown = events.filter(event => passes(event, filter));
  return (
    <>
      <Box
        role="group"
        aria-label={t('casePage.timeline.filter')}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, mb: 1.5 }}
      >
        {eventFilters.map(name => {
          const count = events.filter(event => passes(event, name)).length;
          if (name !== 'all' && count === 0) return null;
          return (
            <FilterChip
              key={name}
              name={name}
              count={count}
              active={name === filter}
              onPress={() => setFilter(name)}
            />
          );
        })}
      </Box>
      {shown.length === 0 && (
        <Typography sx={{ color: 'desk.text2' }}>{t('orders.nothingHappened')}</Typography>
      )}
      <Box component="ol" aria-label={t('orders.tab.timeline')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {shown.map(event => (
          <EventLine key={event.id} event={event} />
        ))}
      </Box>
    </>
  );
}

interface FilterChipProps {
  name: EventFilter;
  count: number;
  active: boolean;
  onPress: () => void;
}

function FilterChip({ name, count, active, onPress }: FilterChipProps) {
  const t = useT();
  const Icon = icons[name];
  return (
    <ButtonBase
      onClick={onPress}
      aria-pressed={active}
      sx={{
        ...{
          height: 24,
          px: 1,
          gap: 0.5,
          borderRadius: '4px',
          border: 1,
          font: 'inherit',
          fontSize: 12,
          fontWeight: 500,
        },
        borderColor: active ? 'desk.accentBg2' : 'desk.edge',
        bgcolor: active ? 'desk.accentBg2' : 'transparent',
        color: active ? 'desk.accentTextStrong' : 'desk.text',
      }}
    >
      <Icon aria-hidden fontSize="14px" />
      {t(`orders.timeline.${name}`)} {name === 'all' ? '' : count}
    </ButtonBase>
  );
}

export function EventLine({ event }: { event: OrderEvent }) {
  const t = useT();
  const me = useMe();
  const when = useWhen();
  const phoned = event.type === 'NOTE' && event.newValue === 'PHONE';
  const Icon = phoned ? PhoneFillIcon : icons[groupOf(event)];
  const note = spokenNote(event);
  const own = event.actor?.id === me.id ? t('casePage.timeline.you') : event.actor?.name;
  return (
    <Box
      component="li"
      sx={{
        ...{ display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', gap: 1.25, pb: 1.5 },
        '& > svg': { color: 'desk.text2', mt: '2px' },
      }}
    >
      <Icon aria-hidden fontSize="16px" />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: note ? 500 : 400 }}>
          {eventWords(event, t)}
        </Box>
        {note && <Typography sx={{ whiteSpace: 'pre-wrap' }}>{note}</Typography>}
        <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
          {when(event.at)}, {own ?? t('casePage.timeline.system')}
        </Typography>
      </Box>
    </Box>
  );
}
