import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Link as RouterLink } from 'react-router';
import { useT } from '../../i18n/index.ts';
import { type Column, DeskTable } from '../../shared/DeskTable.tsx';
import { RowLink } from '../../shared/RowLink.tsx';
import { StatusChip } from '../../shared/StatusChip.tsx';
import { useCodeText } from '../../shared/useErrorText.ts';
import { useEntryWords } from './useEntryWords.ts';
import type { WithdrawalResult, WithdrawalRow } from './withdrawal.documents.ts';

interface WithdrawalRowsProps {
  rows: readonly WithdrawalRow[];
  /** Null before anything is sent. */
  results: readonly WithdrawalResult[] | null;
}

/** Each entry with what would become of it, and afterwards what has. */
export function WithdrawalRows({ rows, results }: WithdrawalRowsProps) {
  const t = useT();
  const roomy = useMediaQuery('(min-width: 1280px)') || results !== null;
  const words = useEntryWords();
  const columns: Column<WithdrawalRow>[] = [
    {
      ...{ key: 'who', label: t('entries.column.who') },
      render: ({ row }) => <RowLink to={`/exception-entries/${row.id}`}>{words.who(row)}</RowLink>,
    },
    { key: 'code', label: t('entries.column.code'), render: ({ row }) => t(`entries.code.${row.code}`) },
    ...(roomy
      ? [
          {
            ...{ key: 'until', label: t('entries.column.until'), width: 148 },
            render: ({ row }: WithdrawalRow) => words.until(row),
          },
          {
            ...{ key: 'case', label: t('entries.case'), width: 128 },
            render: ({ row }: WithdrawalRow) => (
              <Link component={RouterLink} to={`/cases/${row.caseId}`}>
                {row.caseNumber}
              </Link>
            ),
          },
        ]
      : []),
    {
      ...{ key: 'result', label: t('withdrawals.result'), width: roomy ? 260 : 200 },
      render: row => <Result row={row} results={results} />,
    },
  ];
  return (
    <DeskTable
      label={t('withdrawals.rows')}
      columns={columns}
      rows={hindered(rows, results)}
      rowKey={({ row }) => row.id}
    />
  );
}

/** What cannot be done stands first. */
function hindered(rows: readonly WithdrawalRow[], results: WithdrawalRowsProps['results']) {
  const sent = new Set(results?.filter(({ proposed }) => proposed).map(({ entryId }) => entryId));
  const goes = ({ row, refusal }: WithdrawalRow) => (results ? sent.has(row.id) : refusal === null);
  return rows.toSorted((a, b) => Number(goes(a)) - Number(goes(b)));
}

function Result({ row, results }: { row: WithdrawalRow; results: WithdrawalRowsProps['results'] }) {
  const t = useT();
  const codeText = useCodeText();
  const result = results?.find(({ entryId }) => entryId === row.row.id);
  const refusal = result ? result.refusal : row.refusal;
  if (refusal) return <Refused reason={t(`entries.refusal.${refusal}`)} />;
  if (result?.code) return <Refused reason={codeText(result.code)} />;
  if (result) return <StatusChip shape="waits">{t('withdrawals.sent')}</StatusChip>;
  return <StatusChip shape="ready">{t('withdrawals.can')}</StatusChip>;
}

/** The reason is never cut off. */
function Refused({ reason }: { reason: string }) {
  return (
    <Box component="span" sx={{ whiteSpace: 'normal', display: 'block', lineHeight: '18px', py: 0.5 }}>
      <StatusChip shape="rejected">{reason}</StatusChip>
    </Box>
  );
}
