import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Kbd } from '../../shared/Kbd.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { PageHead } from '../../shared/PageHead.tsx';
import { StatusChip, type StatusShape } from '../../shared/StatusChip.tsx';
import { useWhen } from '../../shared/useWhen.ts';
import { useWrite } from '../../shared/useWrite.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import { KEYS } from './keys.ts';
import { PlanTable } from './PlanTable.tsx';
import type { ReissueDetail, ReissueState } from './reissue.documents.ts';
import { approveReissue, getReissue, rejectReissue, withdrawReissue } from './reissue.provider.ts';

const SHAPES: Record<ReissueState, StatusShape> = {
  PROPOSED: 'waits',
  APPROVED: 'approved',
  REJECTED: 'rejected',
  WITHDRAWN: 'notApplicable',
};
const FORM = 'reissue-check';
/** While the job works through many invoices. */
const POLL_MS = 3_000;

/** A proposal as its checker sees it: every invoice before and after, and the verdict. */
export function ReissueShow() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['reissue', id],
    queryFn: ({ signal }) => getReissue(id, signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? POLL_MS : false),
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingShape />;
  return <Proposal detail={data} />;
}

const isUnderWay = (detail: ReissueDetail | undefined) =>
  detail?.proposal.state === 'APPROVED' && detail.proposal.waiting > 0;

function useVerdicts({ digest, proposal }: ReissueDetail) {
  const t = useT();
  const about = { id: proposal.id, expectedVersion: proposal.version };
  const many = proposal.invoices > 1;
  const approve = useWrite(() => approveReissue({ ...about, digest: digest ?? '' }), {
    said: t(many ? 'reissues.approvedMany' : 'reissues.approved'),
    keys: KEYS,
  });
  const withdraw = useWrite(() => withdrawReissue(about), { said: t('reissues.withdrawn'), keys: KEYS });
  return { about, approve, withdraw };
}

function Proposal({ detail }: { detail: ReissueDetail }) {
  const t = useT();
  const [rejecting, setRejecting] = useState(false);
  const { about, approve, withdraw } = useVerdicts(detail);
  const { proposal, rows } = detail;
  const may = (action: (typeof proposal.allowedActions)[number]) => proposal.allowedActions.includes(action);
  const failed = approve.error ?? withdraw.error;
  return (
    <>
      <PageHead
        title={t('reissues.proposal', { number: proposal.id })}
        lead={`${proposal.firm.name} · ${t(`reissues.causes.${proposal.cause}`)}`}
        crumb={
          <Link component={RouterLink} to="/reissues">
            {t('reissues.title')}
          </Link>
        }
        status={
          <StatusChip shape={SHAPES[proposal.state]}>{t(`reissues.state.${proposal.state}`)}</StatusChip>
        }
        actions={
          <>
            {may('WITHDRAW') && (
              <Button
                variant="outlined"
                disabled={withdraw.isPending}
                onClick={() => withdraw.mutate(undefined)}
              >
                {t('reissues.withdraw')}
              </Button>
            )}
            {may('REJECT') && (
              <Button variant="outlined" onClick={() => setRejecting(true)}>
                {t('reissues.reject')}
              </Button>
            )}
            {may('APPROVE') && (
              <Button type="submit" form={FORM} variant="contained" disabled={approve.isPending}>
                {t('reissues.approve')} <Kbd>Ctrl ↵</Kbd>
              </Button>
            )}
          </>
        }
      />
      <Box
        component="form"
        id={FORM}
        onSubmit={event => {
          event.preventDefault();
          if (may('APPROVE')) approve.mutate(undefined);
        }}
        sx={{ px: 3, pb: 3, display: 'grid', gap: 2.5 }}
      >
        {failed && <ErrorPanel error={failed} />}
        <Standing detail={detail} />
        {rows.length === 1 && <One detail={detail} />}
        {(rows.length > 1 || proposal.state !== 'PROPOSED') && <PlanTable rows={rows} />}
      </Box>
      {rejecting && <Rejecting about={about} onClose={() => setRejecting(false)} />}
    </>
  );
}

function Standing({ detail: { proposal } }: { detail: ReissueDetail }) {
  const t = useT();
  const when = useWhen();
  const { done, refused, waiting } = proposal;
  const { state, allowedActions, proposedBy, proposedAt, settledBy, settledAt, reason } = proposal;
  const own = state === 'PROPOSED' && allowedActions.includes('WITHDRAW');
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {allowedActions.includes('APPROVE') && <Notice tone="info" title={t('reissues.approveText')} />}
      {own && <Notice tone="info" title={t('reissues.own')} />}
      {reason && <Notice tone="warn" title={reason} />}
      <Typography sx={{ color: 'desk.text2' }}>
        {`${t('reissues.column.by')} ${proposedBy.name}, ${when(proposedAt)}`}
        {settledBy &&
          settledAt &&
          ` · ${t(`reissues.state.${state}`)}: ${settledBy.name}, ${when(settledAt)}`}
      </Typography>
      {state === 'APPROVED' && (
        <Typography role="status">{t('reissues.progress', { done, refused, waiting })}</Typography>
      )}
    </Box>
  );
}

function One({ detail: { proposal, rows } }: { detail: ReissueDetail }) {
  const t = useT();
  const format = useFormat();
  const [row] = rows;
  // What was issued is told by the table below; the books have moved on.
  if (!row || proposal.state !== 'PROPOSED') return null;
  const { plan } = row;
  return (
    <>
      {plan.problem && <Notice tone="warn" title={t(`reissues.problem.${plan.problem}`)} />}
      <BeforeAfter
        row={plan}
        numbers={{ creditNote: '…', invoice: '…', kid: '…' }}
        reference={proposal.reference}
      />
      <Typography sx={{ color: 'desk.text2' }}>
        {`${t('reissues.column.gross')} ${format.kroner(plan.grossOre)}. ${t('reissues.footer')}`}
      </Typography>
    </>
  );
}

interface RejectingProps {
  about: { id: string; expectedVersion: number };
  onClose: () => void;
}

function Rejecting({ about, onClose }: RejectingProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const reject = useWrite(rejectReissue, { said: t('reissues.rejected'), keys: KEYS, onDone: onClose });
  return (
    <FormDialog
      title={t('reissues.reject')}
      confirm={t('reissues.reject')}
      busy={reject.isPending}
      onClose={onClose}
      onSubmit={() => reject.mutate({ ...about, reason })}
    >
      <TextField
        label={t('reissues.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
        required
        multiline
        minRows={3}
        autoFocus
        fullWidth
      />
      {reject.error && <ErrorPanel error={reject.error} />}
    </FormDialog>
  );
}
