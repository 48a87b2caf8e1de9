import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { dayOf } from '../../i18n/format.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { StatusChip } from '../../shared/StatusChip.tsx';
import type { CardDetail } from './card.documents.ts';

const SHAPE = {
  APPROVED: 'approved',
  APPROVED_BY_EXCEPTION: 'exception',
  APPROVED_BY_SELF_DECLARATION: 'exception',
  NOT_APPLICABLE: 'notApplicable',
  PENDING: 'waits',
  REJECTED: 'rejected',
  UNAVAILABLE: 'noAnswer',
} as const;

/** What each register says now, as a row of states. */
export function CardChecks({ checks }: { checks: CardDetail['checks'] }) {
  const t = useT();
  const format = useFormat();
  if (checks.length === 0) return <Typography sx={{ color: 'desk.text2' }}>{t('cards.noChecks')}</Typography>;
  return (
    <Box
      component="ul"
      sx={{
        ...{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 },
        gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
      }}
    >
      {checks.map(({ id, register, outcome, askedAt, reasonText }) => (
        <Box
          component="li"
          key={id}
          sx={{
            border: 1,
            borderColor: 'desk.line',
            borderRadius: '8px',
            p: 1.25,
            display: 'grid',
            gap: 0.5,
          }}
        >
          <Typography variant="subtitle2">{t(`cards.register.${register}`)}</Typography>
          <span>
            <StatusChip shape={SHAPE[outcome]}>{t(`cards.outcome.${outcome}`)}</StatusChip>
          </span>
          {reasonText && <Typography variant="caption">{reasonText}</Typography>}
          <Typography variant="caption" sx={{ color: 'desk.text2' }}>
            {askedAt ? format.date(dayOf(askedAt)) : '–'}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
