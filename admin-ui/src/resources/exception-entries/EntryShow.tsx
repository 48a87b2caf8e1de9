import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { Section } from '../../shared/Section.tsx';
import { EntryHistory } from './EntryHistory.tsx';
import { EntryRests } from './EntryRests.tsx';
import { EntryStateChip } from './EntryStateChip.tsx';
import type { Entry } from './entry.documents.ts';
import { getEntry } from './entry.provider.ts';
import { useEntryWords } from './useEntryWords.ts';

/** One entry: who has it, its life as a line, and what rests on it. */
export function EntryShow() {
  const t = useT();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['exception-entries', 'entry', id],
    queryFn: ({ signal }) => getEntry(id, signal),
  });
  const words = useEntryWords();
  return (
    <>
      <PageHead
        title={data ? words.who(data.row) : t('entries.entry')}
        crumb={
          <Link
            component={RouterLink}
            to={data ? `/exception-entries?register=${data.row.register}` : '/exception-entries'}
          >
            {data ? t(`entries.register.${data.row.register}`) : t('entries.title')}
          </Link>
        }
        status={data && <EntryStateChip state={data.row.state} />}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 2 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape shape="page" />}
        {data && <Ending entry={data} />}
        {data && <Body entry={data} />}
      </Box>
    </>
  );
}

/** What happens next, in one sentence. */
function Ending({ entry: { row, deleteAfter } }: { entry: Entry }) {
  const t = useT();
  const words = useEntryWords();
  const left = words.left(row);
  if (row.state !== 'ACTIVE' || left === '') return null;
  const text = t(deleteAfter ? 'entries.thenDeleted' : 'entries.thenChecked');
  return (
    <Notice tone="warn" title={t('entries.ends', { day: words.until(row), left })}>
      {text}
    </Notice>
  );
}

function Body({ entry }: { entry: Entry }) {
  const t = useT();
  return (
    <Box
      sx={{
        ...{ display: 'grid', gap: 2, alignItems: 'start' },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 5fr) minmax(0, 7fr)' },
      }}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Section title={t('entries.facts')}>
          <Facts entry={entry} />
        </Section>
        <Section title={t('entries.rests')} aside={String(entry.rests.length)}>
          <EntryRests rests={entry.rests} />
        </Section>
        {entry.row.personName && <LoggedNote />}
      </Box>
      <Section title={t('entries.history')}>
        <EntryHistory history={entry.history} />
      </Section>
    </Box>
  );
}

function Facts({ entry: { row, refusal } }: { entry: Entry }) {
  const t = useT();
  const format = useFormat();
  const words = useEntryWords();
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.25 }}>
      <Fact label={t('entries.column.code')}>{t(`entries.code.${row.code}`)}</Fact>
      {row.personName && <Fact label={t('entries.column.person')}>{row.personName}</Fact>}
      <Fact label={t('entries.column.firm')} note={format.orgNumber(row.firm.orgNumber)}>
        {row.firm.name}
      </Fact>
      <Fact label={t('entries.column.from')} cut>
        {format.date(row.fromOn)}
      </Fact>
      <Fact label={t('entries.column.until')} note={row.endReason && t(`entries.endReason.${row.endReason}`)}>
        {words.until(row)}
      </Fact>
      <Fact label={t('entries.case')} cut>
        <Link component={RouterLink} to={`/cases/${row.caseId}`}>
          {row.caseNumber}
        </Link>
      </Fact>
      {refusal && refusal !== 'OVER' && (
        <Fact label={t('entries.withdrawal')}>{t(`entries.refusal.${refusal}`)}</Fact>
      )}
    </Box>
  );
}
