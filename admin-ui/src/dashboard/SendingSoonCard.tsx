import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { UndoOffer } from '../graphql/fragments.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { useSettings } from '../session.ts';
import { useSecondsLeft } from '../shared/useSecondsLeft.ts';
import { useUndoDecision } from '../shared/useUndoDecision.ts';
import { Card } from './Card.tsx';

/** What leaves the house soon, and the way to stop it. */
export function SendingSoonCard({ offers }: { offers: readonly UndoOffer[] }) {
  const t = useT();
  return (
    <Card title={t('myDay.sending')}>
      {offers.length === 0 && <Typography sx={{ color: 'desk.text2' }}>{t('myDay.sendingEmpty')}</Typography>}
      <Box component="ul" sx={{ display: 'grid', gap: 1.5 }}>
        {offers.map(offer => (
          <Offer key={offer.decisionId} offer={offer} />
        ))}
      </Box>
    </Card>
  );
}

function Offer({ offer }: { offer: UndoOffer }) {
  const t = useT();
  const format = useFormat();
  const { undoSeconds } = useSettings();
  const seconds = useSecondsLeft(offer);
  const undo = useUndoDecision();
  const share = Math.min(100, (seconds / Math.max(1, undoSeconds)) * 100);
  return (
    <li>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 1 }}>
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="subtitle2">
            {t(`myDay.decided.${offer.outcome}`, { smart_count: offer.reasons })}
          </Typography>
          <Typography
            variant="caption"
            component="p"
            sx={{ color: 'desk.text2', fontVariantNumeric: 'tabular-nums' }}
          >
            <Link component={RouterLink} to={`/cases/${offer.caseId}`} color="inherit">
              {offer.caseNumber}
            </Link>{' '}
            · {seconds > 0 ? t('myDay.sendsIn', { time: format.clock(seconds) }) : t('myDay.sendsNow')}
          </Typography>
        </Box>
        <Button
          variant="outlined"
          size="small"
          aria-disabled={seconds === 0 || undo.isPending}
          aria-label={`${t('shared.undo')} ${offer.caseNumber}`}
          onClick={() => seconds > 0 && !undo.isPending && undo.mutate(offer.decisionId)}
        >
          {t('shared.undo')}
        </Button>
      </Box>
      <Box
        aria-hidden="true"
        sx={{ mt: 1.25, height: 4, borderRadius: '2px', bgcolor: 'desk.active', overflow: 'hidden' }}
      >
        <Box sx={{ height: 1, width: `${share}%`, bgcolor: 'desk.accentBorder' }} />
      </Box>
    </li>
  );
}
