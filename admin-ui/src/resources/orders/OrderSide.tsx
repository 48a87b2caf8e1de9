import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { useWhen } from '../../shared/useWhen.ts';
import { MailStatusChip } from '../outbox/MailStatusChip.tsx';
import { useOrderDesk } from './OrderContext.tsx';
import { OrderNote } from './OrderNote.tsx';
import { EventLine, OrderTimeline } from './OrderTimeline.tsx';
import { OrderWork } from './OrderWork.tsx';
import { isNote } from './order-event.rules.ts';

const names = ['work', 'timeline', 'notes', 'letters'] as const;
type Name = (typeof names)[number];

const contents: Record<Name, () => ReactNode> = {
  work: () => <OrderWork />,
  timeline: () => <OrderTimeline />,
  notes: () => <Notes />,
  letters: () => <Letters />,
};

/** What has happened and what was written, beside the work; on narrow screens the work is the first of its tabs. */
export function OrderSide({ withWork }: { withWork: boolean }) {
  const t = useT();
  const id = useId();
  const { order, line } = useOrderDesk();
  const [chosen, setChosen] = useState<Name>(withWork ? 'work' : 'timeline');
  const shown = !withWork && chosen === 'work' ? 'timeline' : chosen;
  const counts: Record<Name, number | null> = {
    work: null,
    timeline: order.events.length,
    notes: order.events.filter(isNote).length,
    letters: order.mails.length,
  };
  return (
    <Box
      component="aside"
      aria-label={t('orders.side')}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        borderLeft: withWork ? 0 : 1,
        borderColor: 'desk.line',
      }}
    >
      <Tabs
        value={shown}
        onChange={(_, next: Name) => setChosen(next)}
        aria-label={t('orders.side')}
        variant="scrollable"
        scrollButtons={false}
        sx={{ px: 0.75, flex: 'none' }}
      >
        {names
          .filter(name => withWork || name !== 'work')
          .map(name => (
            <Tab
              key={name}
              value={name}
              id={`${id}-${name}`}
              aria-controls={`${id}-panel`}
              sx={{ px: 1.5 }}
              label={
                <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'baseline' }}>
                  {t(`orders.tab.${name}`)}
                  <Box component="span" sx={{ fontSize: 12, color: 'desk.text2' }}>
                    {counts[name]}
                  </Box>
                </Box>
              }
            />
          ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${shown}`}
        tabIndex={0}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: withWork ? 2.5 : 2, py: 1.5 }}
      >
        {contents[shown]()}
      </Box>
      {shown !== 'work' && line.allowedActions.includes('NOTE') && <OrderNote />}
    </Box>
  );
}

function Notes() {
  const t = useT();
  const notes = useOrderDesk().order.events.filter(isNote);
  if (notes.length === 0) return <Typography sx={{ color: 'desk.text2' }}>{t('orders.noNotes')}</Typography>;
  return (
    <Box component="ol" aria-label={t('orders.tab.notes')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {notes.map(event => (
        <EventLine key={event.id} event={event} />
      ))}
    </Box>
  );
}

function Letters() {
  const t = useT();
  const when = useWhen();
  const { order, open } = useOrderDesk();
  if (order.mails.length === 0)
    return <Typography sx={{ color: 'desk.text2' }}>{t('orders.noLetters')}</Typography>;
  return (
    <Box
      component="ul"
      aria-label={t('orders.tab.letters')}
      sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}
    >
      {order.mails.map(mail => (
        <li key={mail.id}>
          <Button
            size="small"
            aria-haspopup="dialog"
            onClick={() => open({ name: 'MAIL', id: mail.id })}
            sx={{ p: 0, minHeight: 24, textAlign: 'left', textDecoration: 'underline' }}
          >
            {t(`enums.mailTemplate.${mail.template}`)}
          </Button>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <MailStatusChip status={mail.status} />
            <Typography variant="caption" sx={{ color: 'desk.text2' }}>
              {when(mail.sentAt ?? mail.createdAt)}
            </Typography>
          </Box>
        </li>
      ))}
    </Box>
  );
}
