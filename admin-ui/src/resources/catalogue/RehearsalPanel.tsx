import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import {
  type Rehearsal,
  rehearseRule,
  rehearseUsualRule,
  type UsualRehearsed,
} from './catalogue.provider.ts';
import { KEY } from './useCatalogue.ts';

type Reason = Rehearsal['reasons'][number]['reason'];

interface Row {
  key: string;
  number: string;
  to?: string;
  text: string;
}

interface RehearsedProps {
  lead: string;
  found: Pick<Rehearsal, 'capped' | 'reasons'>;
  groups: readonly (readonly [heading: string, rows: readonly Row[]])[];
}

/** What a change would have done in twelve months, and would do to open cases, before it takes effect. */
export function RuleRehearsal({ id }: { id: string }) {
  const t = useT();
  const format = useFormat();
  const reason = useReasons();
  const { data, error, refetch } = useRehearsal(id, rehearseRule);
  if (!data) return <NotYet error={error} onRetry={() => void refetch()} />;
  const { decisions, differCount, openCases, moveCount, since } = data;
  const differ = t('catalogue.rehearsed', { differ: differCount, decisions, since: format.date(since) });
  const rows = (cases: Rehearsal['differing'] | Rehearsal['moving']): Row[] =>
    cases.map(({ caseId, number, reasons }, at) => ({
      ...{ key: `${caseId}-${at}`, number, to: `/cases/${caseId}`, text: reasons.map(reason).join(', ') },
    }));
  return (
    <Rehearsed
      lead={`${differ} ${t('catalogue.moves', { move: moveCount, open: openCases })}`}
      found={data}
      groups={[
        [t('catalogue.differing'), rows(data.differing)],
        [t('catalogue.moving'), rows(data.moving)],
      ]}
    />
  );
}

/** The same of who orders as usual, on order lines. */
export function UsualRehearsal({ id }: { id: string }) {
  const t = useT();
  const format = useFormat();
  const reason = useReasons();
  const { data, error, refetch } = useRehearsal(id, rehearseUsualRule);
  if (!data) return <NotYet error={error} onRetry={() => void refetch()} />;
  const { lines, differCount, openLines, moveCount, since } = data;
  const differ = t('catalogue.usualRehearsed', { differ: differCount, lines, since: format.date(since) });
  const rows = (found: UsualRehearsed['differing']): Row[] =>
    found.map(row => ({
      key: `${row.number}-${row.line}`,
      number: `${row.number}–${row.line}`,
      text: `${row.firmName} (${format.orgNumber(row.orgNumber)}), ${format.date(row.orderedOn)}: ${reason(row.reason)}`,
    }));
  return (
    <Rehearsed
      lead={`${differ} ${t('catalogue.usualMoves', { move: moveCount, open: openLines })}`}
      found={data}
      groups={[
        [t('catalogue.usualDiffering'), rows(data.differing)],
        [t('catalogue.usualMoving'), rows(data.moving)],
      ]}
    />
  );
}

function useRehearsal<T>(id: string, rehearse: (id: string, signal: AbortSignal) => Promise<T>) {
  return useQuery({ queryKey: [KEY, 'rehearsal', id], queryFn: ({ signal }) => rehearse(id, signal) });
}

function useReasons() {
  const t = useT();
  return (reason: Reason) => t(`catalogue.reasons.${reason}`);
}

function NotYet({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return error ? <ErrorPanel error={error} onRetry={onRetry} /> : <LoadingShape shape="panel" />;
}

function Rehearsed({ lead, found, groups }: RehearsedProps) {
  const t = useT();
  const said = useReasons();
  return (
    <Box sx={{ mt: 1.5, display: 'grid', gap: 1 }} role="status">
      <Typography>{lead}</Typography>
      {found.capped && <Typography>{t('catalogue.capped')}</Typography>}
      {found.reasons.length > 0 && (
        <Typography>
          {found.reasons.map(({ reason, count }) => `${said(reason)}: ${count}`).join(' · ')}
        </Typography>
      )}
      {groups.map(([heading, rows]) => (
        <Rows key={heading} heading={heading} rows={rows} />
      ))}
      <Typography variant="caption" sx={{ color: 'desk.text2' }}>
        {t('catalogue.rehearsalNote')}
      </Typography>
    </Box>
  );
}

function Rows({ heading, rows }: { heading: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <Typography variant="subtitle2">{heading}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {rows.map(({ key, number, to, text }) => (
          <li key={key}>
            {to ? (
              <Link component={RouterLink} to={to}>
                {number}
              </Link>
            ) : (
              number
            )}
            {`: ${text}`}
          </li>
        ))}
      </Box>
    </>
  );
}
