import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Pager } from '../../shared/Pager.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { Section } from '../../shared/Section.tsx';
import { useKeysetPage } from '../../shared/useKeysetPage.ts';
import { useWhen } from '../../shared/useWhen.ts';
import type { ReissueProposal, ReissueProposals, ReissueState } from './reissue.documents.ts';
import { listReissues } from './reissue.provider.ts';

const STATES: readonly ReissueState[] = ['PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN'];

/** What waits for a colleague's check, who has waited longest first; and what became of the others. */
export function ReissueList() {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const state = STATES.find(one => one === params.get('state')) ?? 'PROPOSED';
  const page = useKeysetPage(25);
  const { first, after } = page;
  const { data, error, refetch } = useQuery({
    queryKey: ['reissues', state, first, after],
    queryFn: ({ signal }) => listReissues(state, { first, after }, signal),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  return (
    <>
      <PageHead title={t('reissues.title')} lead={t('reissues.lead')} />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2 }}>
        <TextField
          select
          label={t('reissues.show')}
          value={state}
          onChange={event => setParams({ state: event.target.value }, { replace: true })}
          sx={{ maxWidth: 240 }}
        >
          {STATES.map(one => (
            <MenuItem key={one} value={one}>
              {t(`reissues.state.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape />}
        {data?.rows.length === 0 && <EmptyState title={t('reissues.empty')} text={t('reissues.emptyText')} />}
        {data && data.rows.length > 0 && (
          <div>
            <DeskTable
              label={t('reissues.title')}
              columns={columns}
              rows={data.rows}
              rowKey={row => row.id}
            />
            <Pager page={page} pageInfo={data.pageInfo} rows={data.rows.length} count={null} />
          </div>
        )}
        {data && data.causes.length > 0 && <Causes causes={data.causes} />}
      </Box>
    </>
  );
}

function Causes({ causes }: { causes: ReissueProposals['causes'] }) {
  const t = useT();
  return (
    <Section title={t('reissues.why')}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1 }}>
        {causes.map(({ cause, invoices }) => (
          <Fact key={cause} label={t(`reissues.causes.${cause}`)}>
            {t('reissues.chosen', { smart_count: invoices })}
          </Fact>
        ))}
      </Box>
    </Section>
  );
}

function useColumns(): Column<ReissueProposal>[] {
  const t = useT();
  const format = useFormat();
  const when = useWhen();
  return [
    {
      ...{ key: 'what', label: t('reissues.column.what'), width: 150 },
      render: ({ id, invoices, firstNumber }) => (
        <RowLink to={`/reissues/${id}`}>
          {invoices === 1 ? (firstNumber ?? '–') : t('reissues.chosen', { smart_count: invoices })}
        </RowLink>
      ),
    },
    { key: 'firm', label: t('reissues.column.firm'), render: ({ firm }) => firm.name },
    { key: 'reference', label: t('reissues.column.reference'), render: ({ reference }) => reference },
    {
      ...{ key: 'gross', label: t('reissues.column.gross'), width: 130, align: 'right' },
      render: ({ grossOre }) => format.kroner(grossOre),
    },
    {
      ...{ key: 'by', label: t('reissues.column.by'), width: 180 },
      render: ({ proposedBy }) => proposedBy.name,
    },
    {
      ...{ key: 'at', label: t('reissues.column.at'), width: 150 },
      render: ({ proposedAt }) => when(proposedAt),
    },
  ];
}
