import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { Link as RouterLink, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Fact } from '../../shared/Fact.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { LoggedNote } from '../../shared/LoggedNote.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { Attachments } from './Attachments.tsx';
import type { InboundMail } from './inbound-mail.documents.ts';
import { getInboundMail, type InboundMailState } from './inbound-mail.provider.ts';
import { SortActions } from './SortActions.tsx';

const SHAPES: Readonly<Record<InboundMailState, StatusShape>> = {
  TO_SORT: 'unowned',
  FILED: 'approved',
  QUARANTINED: 'attention',
  AUTOMATIC: 'notApplicable',
  DISCARDED: 'rejected',
};

/** One mail as plain text, what is attached to it, and what a person may do with it. */
export function InboundMailShow() {
  const t = useT();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['inbound-mail', 'one', id],
    queryFn: ({ signal }) => getInboundMail(id, signal),
  });
  const title = data?.row.subject || t('inboundMail.noSubject');
  return (
    <>
      <PageHead
        title={data ? title : t('inboundMail.title')}
        crumb={
          <Link component={RouterLink} to="/post">
            {t('inboundMail.title')}
          </Link>
        }
        status={
          data && (
            <StatusChip shape={SHAPES[data.row.state]}>{t(`inboundMail.state.${data.row.state}`)}</StatusChip>
          )
        }
        actions={data && <SortActions mail={data} />}
      />
      <Box sx={{ px: 3, pb: 3, display: 'grid', gap: 3, maxWidth: 960 }}>
        {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!data && !error && <LoadingShape shape="panel" />}
        {data && <Facts mail={data} />}
        {data && <Words mail={data} />}
        {data && <Attachments attachments={data.attachments} />}
        {data && <LoggedNote />}
      </Box>
    </>
  );
}

function Facts({ mail: { row, ...mail } }: { mail: InboundMail }) {
  const t = useT();
  const format = useFormat();
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(220px, 1fr))' }}
    >
      <Fact label={t('inboundMail.sender')} note={t('inboundMail.asClaimed')}>
        {row.senderName ? `${row.senderName} · ${row.sender}` : row.sender}
      </Fact>
      <Fact label={t('inboundMail.received')}>{format.dateTime(row.receivedAt)}</Fact>
      {row.caseId && row.matchedBy && (
        <Fact label={t('inboundMail.case')} note={t(`inboundMail.match.${row.matchedBy}`)}>
          <Link component={RouterLink} to={`/cases/${row.caseId}`}>
            {row.caseNumber}
          </Link>
        </Fact>
      )}
      {mail.settledBy && (
        <Fact label={t('inboundMail.sortedBy')} note={mail.settledAt && format.dateTime(mail.settledAt)}>
          {mail.settledBy.name}
        </Fact>
      )}
      {mail.discardReason && (
        <Fact label={t('inboundMail.reason')}>{t(`inboundMail.discardReason.${mail.discardReason}`)}</Fact>
      )}
      {row.state === 'QUARANTINED' && (
        <Fact label={t('inboundMail.answer')}>
          {mail.answer ? t(`enums.mailStatus.${mail.answer}`) : t('inboundMail.noAnswer')}
        </Fact>
      )}
      {row.deleteAt && <Fact label={t('inboundMail.deleted')}>{format.dateTime(row.deleteAt)}</Fact>}
    </Box>
  );
}

function Words({ mail: { row, text } }: { mail: InboundMail }) {
  const t = useT();
  if (row.problem)
    return (
      <Notice tone="warn" title={t(`inboundMail.problem.${row.problem}`)}>
        {t(`inboundMail.problemText.${row.problem}`)}
      </Notice>
    );
  const kept = row.state === 'TO_SORT' || row.state === 'FILED' || row.state === 'AUTOMATIC';
  if (text === null && (row.personal || !kept))
    return (
      <Notice tone="info" title={t('inboundMail.closed')}>
        {t(row.personal ? 'inboundMail.closedPersonal' : 'inboundMail.closedText')}
      </Notice>
    );
  return (
    <section>
      <Typography component="h2" variant="h3" sx={{ mb: 1 }}>
        {t('inboundMail.text')}
      </Typography>
      <Box
        tabIndex={0}
        role="document"
        aria-label={t('inboundMail.text')}
        sx={{
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          p: 2,
          bgcolor: 'desk.tint',
          borderRadius: '8px',
        }}
      >
        {text || t('inboundMail.noText')}
      </Box>
    </section>
  );
}
