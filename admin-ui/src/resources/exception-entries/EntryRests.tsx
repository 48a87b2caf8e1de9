import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useFormat, useT } from '../../i18n/index.ts';
import { CardStatusChip } from '../cards/CardStatusChip.tsx';
import type { Entry } from './entry.documents.ts';

type Rest = Entry['rests'][number];

/** The issuer's orders and cards that passed because of the entry: numbers and states. */
export function EntryRests({ rests }: { rests: readonly Rest[] }) {
  const t = useT();
  if (rests.length === 0)
    return <Typography sx={{ color: 'desk.text2' }}>{t('entries.nothingRests')}</Typography>;
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.25 }}>
      {rests.map(rest => (
        <RestLine key={`${rest.orderNumber}-${rest.line}`} rest={rest} />
      ))}
    </Box>
  );
}

function RestLine({ rest }: { rest: Rest }) {
  const t = useT();
  const format = useFormat();
  const { orderNumber, line, scheme, status, cardNumber, cardStatus, cardExpiresOn } = rest;
  const order = `${t('entries.order', { number: `${orderNumber}-${line}` })}, ${t(`enums.scheme.${scheme}`)}`;
  const until = cardExpiresOn ? `, ${t('entries.cardUntil', { day: format.date(cardExpiresOn) })}` : '';
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1, alignItems: 'start' }}>
      <Box sx={{ minWidth: 0 }}>
        <div>{order}</div>
        <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
          {cardNumber
            ? `${t('entries.card', { number: cardNumber })}${until}`
            : t(`enums.orderStatus.${status}`)}
        </Typography>
      </Box>
      {cardStatus && (
        <Box sx={{ ml: 'auto', flex: 'none' }}>
          <CardStatusChip status={cardStatus} />
        </Box>
      )}
    </Box>
  );
}
