import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { CheckmarkCircleIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import type { AccessReviewData, Oddity, Verdict } from './access-log.documents.ts';
import type { ReviewAsk } from './access-log.provider.ts';
import { MarkDialog } from './MarkDialog.tsx';
import { OddityCard } from './OddityCard.tsx';
import { GRAVE } from './oddity-words.ts';

interface OddityListProps {
  review: AccessReviewData;
  ask: ReviewAsk;
}

export interface Saying {
  oddity: Oddity;
  verdict: Verdict;
}

/** Findings in the order of the rules, those from own work last. */
export function OddityList({ review, ask }: OddityListProps) {
  const t = useT();
  const [saying, setSaying] = useState<Saying | null>(null);
  const { oddities } = review;
  if (oddities.length === 0)
    return (
      <EmptyState
        title={t('accessLog.quiet')}
        text={t('accessLog.quietText')}
        icon={<CheckmarkCircleIcon aria-hidden fontSize="1.5rem" />}
      />
    );
  const groups = [
    { key: 'first', oddities: oddities.filter(({ score }) => score >= GRAVE) },
    { key: 'later', oddities: oddities.filter(({ score }) => score < GRAVE) },
  ] as const;
  return (
    <>
      {groups.map(
        group =>
          group.oddities.length > 0 && (
            <Box component="section" key={group.key} aria-labelledby={`oddities-${group.key}`}>
              <Typography id={`oddities-${group.key}`} variant="h3" component="h3" sx={{ mb: 1 }}>
                {t(`accessLog.${group.key}`)}
              </Typography>
              <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.25 }}>
                {group.oddities.map(oddity => (
                  <OddityCard key={oddity.key} oddity={oddity} rows={review.rows} onSay={setSaying} />
                ))}
              </Box>
            </Box>
          ),
      )}
      {saying && <MarkDialog saying={saying} review={review} ask={ask} onClose={() => setSaying(null)} />}
    </>
  );
}
