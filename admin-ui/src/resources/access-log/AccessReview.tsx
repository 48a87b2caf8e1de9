import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons';
import { weekOf } from '../../i18n/format.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { addDays, osloToday } from '../../shared/today.ts';
import type { AccessReviewData } from './access-log.documents.ts';
import type { ReviewAsk } from './access-log.provider.ts';
import { OddityList } from './OddityList.tsx';
import { ReviewNotices } from './ReviewNotices.tsx';
import { useReview, useReviewWrites } from './useReview.ts';

/** What a leader, or the auditor, should know about last week's lookups, gravest first. */
export function AccessReview() {
  const t = useT();
  const { ask, go, data, error, refetch } = useReview();
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead
        title={t('accessLog.review')}
        lead={t('accessLog.reviewLead')}
        actions={data && <SignButton review={data} ask={ask} />}
      />
      <Box sx={{ px: 3, pb: 4, display: 'grid', gap: 2, maxWidth: 1120 }}>
        {data ? (
          <>
            <WeekBar review={data} go={go} />
            <ReviewNotices review={data} />
            <OddityList review={data} ask={ask} />
          </>
        ) : (
          <LoadingShape shape="panel" rows={8} />
        )}
      </Box>
    </>
  );
}

const openIn = ({ oddities }: AccessReviewData) => oddities.filter(({ mark }) => mark === null).length;

function SignButton({ review, ask }: { review: AccessReviewData; ask: ReviewAsk }) {
  const t = useT();
  const { sign } = useReviewWrites(ask);
  if (!review.maySign) return null;
  const left = openIn(review);
  return (
    <>
      {left > 0 && (
        <Typography sx={{ color: 'desk.text2' }}>{t('accessLog.left', { smart_count: left })}</Typography>
      )}
      <Button
        variant="contained"
        aria-disabled={left > 0 || sign.isPending}
        onClick={() => {
          if (left === 0 && !sign.isPending)
            sign.mutate({ weekOn: review.weekOn, said: t('accessLog.signedNow') });
        }}
      >
        {t('accessLog.sign')}
      </Button>
    </>
  );
}

interface WeekBarProps {
  review: AccessReviewData;
  go: (change: Readonly<Record<string, string>>) => void;
}

function WeekBar({ review, go }: WeekBarProps) {
  const t = useT();
  const format = useFormat();
  const { weekOn } = review;
  const sunday = addDays(weekOn, 6);
  const dates = { from: format.shortDate(weekOn), to: format.date(sunday) };
  const step = (days: number) => () => go({ week: addDays(weekOn, days) });
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
      <Button variant="outlined" color="inherit" onClick={step(-7)} aria-label={t('accessLog.previousWeek')}>
        <ChevronLeftIcon aria-hidden fontSize="1.25rem" />
      </Button>
      <Typography component="h2" variant="h2" aria-live="polite">
        {t('accessLog.week', { week: weekOf(weekOn), ...dates })}
      </Typography>
      <Button
        variant="outlined"
        color="inherit"
        disabled={sunday >= osloToday()}
        onClick={step(7)}
        aria-label={t('accessLog.nextWeek')}
      >
        <ChevronRightIcon aria-hidden fontSize="1.25rem" />
      </Button>
      <Typography sx={{ color: 'desk.text2' }}>
        {t('accessLog.numbers', numbersOf(review, format.number))}
      </Typography>
      {review.organisations.length > 1 && <OrganisationChoice review={review} go={go} />}
    </Box>
  );
}

const numbersOf = (review: AccessReviewData, show: (n: number) => string) => ({
  reads: show(review.reads),
  searches: show(review.searches),
  refused: show(review.refused),
  colleagues: show(review.colleagues),
});

function OrganisationChoice({ review, go }: WeekBarProps) {
  const t = useT();
  return (
    <TextField
      select
      label={t('accessLog.organisation')}
      value={review.organisation.id}
      onChange={event => go({ organisation: event.target.value })}
      sx={{ minWidth: 180, ml: 'auto' }}
    >
      {review.organisations.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
    </TextField>
  );
}
