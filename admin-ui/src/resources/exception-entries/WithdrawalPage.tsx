import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { useUnsaved } from '../../shared/unsaved.ts';
import { getDecisionTexts } from '../applications/decision.provider.ts';
import { WithdrawalForm } from './WithdrawalForm.tsx';
import { WithdrawalRows } from './WithdrawalRows.tsx';
import type { WithdrawalPreview, WithdrawalResult } from './withdrawal.documents.ts';
import { previewWithdrawals, proposeWithdrawals } from './withdrawal.provider.ts';
import { askedIn, BLANK, commonTexts, inputOf, MOST_WITHDRAWN } from './withdrawal.rules.ts';

/** `/exception-entries/withdraw`: what would change and what cannot, the grounds, and then what became of each. */
export function WithdrawalPage() {
  const t = useT();
  const [params] = useSearchParams();
  const asked = askedIn(params);
  const { data, error, refetch } = useQuery({
    queryKey: ['withdrawal-preview', asked],
    queryFn: ({ signal }) => previewWithdrawals(asked, signal),
    // What was looked at stands still while the grounds are written; the server looks again at each when they are sent.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      <PageHead
        title={t('withdrawals.title')}
        lead={t('withdrawals.lead')}
        crumb={
          <Link component={RouterLink} to="/exception-entries">
            {t('entries.title')}
          </Link>
        }
      />
      <Box sx={{ px: 3, pb: 3 }}>
        {error && !data && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape shape="rows" rows={8} />}
        {data?.rows.length === 0 && <EmptyState title={t('withdrawals.none')} actions={<Back />} />}
        {data && data.rows.length > 0 && <Batch preview={data} />}
      </Box>
    </>
  );
}

function Back() {
  const t = useT();
  return (
    <Button component={RouterLink} to="/exception-entries" variant="outlined">
      {t('withdrawals.back')}
    </Button>
  );
}

/** The words that fit every exception that can be withdrawn. */
function useTexts({ rows }: WithdrawalPreview) {
  const codes = [...new Set(rows.flatMap(({ row, refusal }) => (refusal === null ? [row.code] : [])))];
  const answers = useQueries({
    queries: codes.map(code => ({
      queryKey: ['decision-texts', code, 'WITHDRAW'],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        getDecisionTexts({ code, outcome: 'WITHDRAW' }, signal),
      staleTime: 10 * 60_000,
    })),
  });
  const offered = answers.flatMap(({ data }) => (data ? [data] : []));
  return offered.length === codes.length ? commonTexts(offered) : null;
}

function Batch({ preview }: { preview: WithdrawalPreview }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(BLANK);
  const texts = useTexts(preview);
  const entryIds = preview.rows.flatMap(({ row, refusal }) => (refusal === null ? [row.id] : []));
  const propose = useMutation({
    mutationFn: proposeWithdrawals,
    onSuccess: () => {
      for (const key of ['exception-entries', 'case', 'application', 'my-day', 'menu-counts'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
  const results = propose.data ?? null;
  useUnsaved(draft !== BLANK && results === null);
  return (
    <Box
      sx={{
        ...{ display: 'grid', gap: 3, alignItems: 'start' },
        gridTemplateColumns: results ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) minmax(320px, 400px)',
      }}
    >
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        <Summary preview={preview} results={results} />
        {results && (
          <div>
            <Back />
          </div>
        )}
        <WithdrawalRows rows={preview.rows} results={results} />
      </Box>
      {results === null && entryIds.length > 0 && (
        <WithdrawalForm
          draft={draft}
          onChange={part => setDraft({ ...draft, ...part })}
          texts={texts}
          count={entryIds.length}
          error={propose.error}
          busy={propose.isPending || texts === null}
          onSubmit={() => texts && propose.mutate(inputOf(draft, { entryIds, texts }))}
        />
      )}
    </Box>
  );
}

interface SummaryProps {
  preview: WithdrawalPreview;
  results: readonly WithdrawalResult[] | null;
}

/** N will change, M cannot; afterwards what came of it. */
function Summary({ preview: { ready, refused, more }, results }: SummaryProps) {
  const t = useT();
  if (results) {
    const sent = results.filter(({ proposed }) => proposed).length;
    const not = results.length - sent;
    return (
      <Notice
        tone={not > 0 ? 'warn' : 'ok'}
        role="status"
        title={t('withdrawals.done', { smart_count: sent })}
      >
        {not > 0 && t('withdrawals.doneRefused', { smart_count: not })}
      </Notice>
    );
  }
  const title = ready === 0 ? t('withdrawals.nothing') : t('withdrawals.ready', { smart_count: ready });
  return (
    <Notice tone={ready === 0 ? 'warn' : 'info'} role="status" title={title}>
      {[
        refused > 0 && ready > 0 && `${t('withdrawals.refused', { smart_count: refused })}.`,
        more && t('withdrawals.more', { n: MOST_WITHDRAWN }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Notice>
  );
}
