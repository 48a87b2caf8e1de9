import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import {
  EnvelopeClosedIcon,
  EyeIcon,
  FunnelIcon,
  ImageIcon,
  NotePencilIcon,
  TasklistIcon,
} from '@navikt/aksel-icons';
import { useState } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { useMe } from '../../session.ts';
import { useWhen } from '../../shared/useWhen.ts';
import { useCaseDesk } from './CaseContext.tsx';
import type { CaseEvent } from './case.documents.ts';
import { type EventFilter, eventFilters, eventText, groupOf, passes } from './event.rules.ts';

const icons = {
  all: FunnelIcon,
  case: TasklistIcon,
  post: EnvelopeClosedIcon,
  images: ImageIcon,
  notes: NotePencilIcon,
  access: EyeIcon,
};

/** Everything that has happened to the case, the newest first; one kind at a time when one asks for it. */
export function Timeline() {
  const t = useT();
  const { events } = useCaseDesk().detail;
  const [filter, setFilter] = useState<EventFilter>('all');
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
      <Box component="ol" aria-label={t('casePage.tab.timeline')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {events
          .filter(event => passes(event, filter))
          .map(event => (
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
        height: 24,
        px: 1,
        gap: 0.5,
        borderRadius: '4px',
        border: 1,
        borderColor: active ? 'desk.accentBg2' : 'desk.edge',
        bgcolor: active ? 'desk.accentBg2' : 'transparent',
        color: active ? 'desk.accentTextStrong' : 'desk.text',
        font: 'inherit',
        fontSize: 12,
        fontWeight: 500,
      }}
    >
      <Icon aria-hidden fontSize="14px" />
      {t(`casePage.timeline.kind.${name}`)} {name === 'all' ? '' : count}
    </ButtonBase>
  );
}

export function useByline() {
  const t = useT();
  const me = useMe();
  const when = useWhen();
  return ({ at, actor }: CaseEvent) => {
    const who = !actor
      ? t('casePage.timeline.system')
      : actor.id === me.id
        ? t('casePage.timeline.you')
        : actor.name;
    return `${when(at)}, ${who}`;
  };
}

function EventLine({ event }: { event: CaseEvent }) {
  const t = useT();
  const format = useFormat();
  const byline = useByline();
  const Icon = icons[groupOf(event)];
  const { what, detail } = eventText(event, { t, format });
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr)',
        gap: 1.25,
        pb: 1.5,
        '& > svg': { color: 'desk.text2', mt: '2px' },
      }}
    >
      <Icon aria-hidden fontSize="16px" />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: event.note ? 500 : 400 }}>
          {what}
          {detail && `: ${detail}`}
        </Box>
        {event.note && <Typography sx={{ whiteSpace: 'pre-wrap' }}>{event.note}</Typography>}
        <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
          {byline(event)}
        </Typography>
      </Box>
    </Box>
  );
}
