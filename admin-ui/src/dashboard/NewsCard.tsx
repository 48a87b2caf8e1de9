import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import {
  BellIcon,
  EnvelopeClosedIcon,
  ImageIcon,
  NotePencilIcon,
  PersonGroupIcon,
} from '@navikt/aksel-icons';
import { Link as RouterLink } from 'react-router';
import { useT } from '../i18n/index.ts';
import { useWhen } from '../shared/useWhen.ts';
import { Card } from './Card.tsx';
import type { News } from './my-day.documents.ts';

function iconOf(type: News['event']['type']) {
  if (type.startsWith('MAIL')) return EnvelopeClosedIcon;
  if (type.startsWith('IMAGES')) return ImageIcon;
  if (type === 'HANDED_OVER') return PersonGroupIcon;
  return type === 'NOTE_ADDED' ? NotePencilIcon : BellIcon;
}

/** What happened in my cases while I was away. */
export function NewsCard({ news }: { news: readonly News[] }) {
  const t = useT();
  const when = useWhen();
  return (
    <Card title={t('myDay.news')} end={<Typography variant="caption">{news.length || ''}</Typography>}>
      {news.length === 0 && <Typography sx={{ color: 'desk.text2' }}>{t('myDay.newsEmpty')}</Typography>}
      <Box component="ul" sx={{ display: 'grid', gap: 0.75 }}>
        {news.map(({ event, caseId, caseNumber }) => {
          const Icon = iconOf(event.type);
          return (
            <Box
              component="li"
              key={event.id}
              sx={{ display: 'flex', gap: 1, '& svg': { color: 'desk.text2', flex: 'none', mt: '2px' } }}
            >
              <Icon aria-hidden fontSize="16px" />
              <span>
                {t(`enums.eventType.${event.type}`)} {t('myDay.inCase')}{' '}
                <Link component={RouterLink} to={`/cases/${caseId}`}>
                  {caseNumber}
                </Link>
              </span>
              <Typography
                variant="caption"
                sx={{ ml: 'auto', color: 'desk.text2', whiteSpace: 'nowrap', lineHeight: '20px' }}
              >
                {when(event.at)}
              </Typography>
            </Box>
          );
        })}
      </Box>
    </Card>
  );
}
