import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { dayOf } from '../../i18n/format.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { osloToday } from '../../shared/today.ts';
import type { CardDetail } from './card.documents.ts';
import { sentencesOf } from './card-words.rules.ts';
import { useCardWhy } from './useCardWhy.ts';

const TONE = { VALID: 'ok', INVALID: 'warn', BLOCKED: 'bad', EXPIRED: 'info' } as const;

/** The state in one sentence, and what follows from it. */
export function CardSentence({ card }: { card: CardDetail }) {
  const t = useT();
  const format = useFormat();
  const why = useCardWhy();
  const tone = TONE[card.status];
  const day = (value: string | null) => (value ? format.date(value) : '–');
  const words = {
    until: day(card.expiresOn),
    since: day(dayOf(card.statusAt)),
    day: day(card.renewableFrom),
    why: why(card),
    number: card.underWay?.number ?? '',
  };
  const [first, ...rest] = sentencesOf(card, osloToday());
  return (
    <Box
      sx={{
        ...{ border: 1, borderRadius: '8px', px: 2, py: 1.5 },
        ...{ borderColor: `desk.${tone}.line`, bgcolor: `desk.${tone}.background` },
      }}
    >
      {first && (
        <Typography variant="subtitle1" component="p">
          {t(`cards.sentence.${first}`, words)}
        </Typography>
      )}
      {rest.map(key => (
        <Typography key={key}>{t(`cards.sentence.${key}`, words)}</Typography>
      ))}
    </Box>
  );
}
