import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ChevronUpDoubleIcon } from '@navikt/aksel-icons';
import type { CaseRow } from '../../graphql/fragments.ts';
import { useT } from '../../i18n/index.ts';
import { CaseStatusChip } from '../../shared/CaseStatusChip.tsx';
import { DeadlineCell } from '../../shared/DeadlineCell.tsx';
import type { Column } from '../../shared/DeskTable.tsx';
import { OwnerAvatar } from '../../shared/OwnerAvatar.tsx';
import type { Queue } from '../../shared/queues.ts';
import { RowLink } from '../../shared/RowLink.tsx';
import { SrOnly } from '../../shared/SrOnly.tsx';
import { useCaseTitle } from '../../shared/useCaseTitle.ts';

function NumberCell({ row }: { row: CaseRow }) {
  const t = useT();
  const urgent = row.priority > 0 ? t(`cases.priority.${row.priority === 1 ? 'high' : 'urgent'}`) : null;
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
      <RowLink to={`/cases/${row.id}`}>{row.number}</RowLink>
      {urgent && (
        <Box component="span" title={urgent} sx={{ display: 'inline-flex', color: 'desk.warn.icon' }}>
          <ChevronUpDoubleIcon aria-hidden fontSize="16px" />
          <SrOnly>{urgent}</SrOnly>
        </Box>
      )}
    </Box>
  );
}

/** The first pair is the case itself, not news about it. */
const isNews = ({ hasNewPost, attempt }: CaseRow) => hasNewPost && (attempt === null || attempt > 1);

const muted = (text: string | null) => (
  <Box component="span" title={text ?? undefined} sx={{ color: 'desk.text2' }}>
    {text ?? '–'}
  </Box>
);

/** What a row says; with `null` the list mixes the queues and says what each case is about. */
export function useCaseColumns(queue: Queue | null): Column<CaseRow>[] {
  const t = useT();
  const titleOf = useCaseTitle();
  const roomy = useMediaQuery('(min-width: 1280px)');
  const number: Column<CaseRow> = {
    key: 'number',
    label: t('cases.columns.number'),
    width: 140,
    sort: 'NUMBER',
    render: row => <NumberCell row={row} />,
  };
  const about: Column<CaseRow> = {
    key: 'about',
    label: t('cases.columns.about'),
    render: row => (row.kind === 'IMAGE_REVIEW' ? t('cases.attempt', { n: row.attempt ?? 1 }) : titleOf(row)),
  };
  const person: Column<CaseRow> = {
    key: 'person',
    label: t('cases.columns.person'),
    render: row => row.personName ?? '–',
  };
  const firm: Column<CaseRow> = {
    key: 'firm',
    label: t('cases.columns.firm'),
    render: row => muted(row.firmName ?? (queue === 'INVOICE_QUERY' ? titleOf(row) : null)),
  };
  const attempt: Column<CaseRow> = {
    key: 'attempt',
    label: t('cases.columns.attempt'),
    width: 56,
    render: row => row.attempt ?? '–',
  };
  return [
    number,
    ...(queue === 'IMAGE_REVIEW' ? [person] : []),
    // What firms ask about invoices is about the firm itself.
    ...(queue === 'IMAGE_REVIEW' || queue === 'INVOICE_QUERY' ? [] : [about]),
    ...(queue === null ? [person] : []),
    ...(roomy || queue !== null ? [firm] : []),
    ...(queue === 'IMAGE_REVIEW' && roomy ? [attempt] : []),
    {
      key: 'status',
      label: t('cases.columns.status'),
      width: 172,
      render: row => <CaseStatusChip {...row} hasNewPost={isNews(row)} />,
    },
    {
      key: 'owner',
      label: t('cases.columns.owner'),
      width: 128,
      render: row => (row.status === 'CLOSED' ? '' : <OwnerAvatar reservation={row.reservation} />),
    },
    {
      key: 'due',
      label: t('cases.columns.due'),
      width: 168,
      sort: 'DUE_ON',
      render: row => <DeadlineCell row={row} />,
    },
  ];
}
