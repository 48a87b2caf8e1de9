import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { isApprovalCode } from './approval.rules.ts';
import type { Proposal, ProposalPart } from './decision.documents.ts';
import { markPartSeen } from './decision.provider.ts';
import { useProposal } from './useProposal.ts';

/** What a colleague proposes, as the second signer reads it: each part is ticked when it is read. */
export function ProposalPanel() {
  const t = useT();
  const { data, error, refetch } = useProposal();
  if (error && !data) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingShape shape="panel" rows={6} />;
  if (data === null) return null;
  return (
    <Box
      component="section"
      aria-label={t('decisions.proposal')}
      sx={{ p: '14px 20px 16px', display: 'grid', gap: 1.5, bgcolor: 'background.paper' }}
    >
      <Typography variant="h2">{t('decisions.proposal')}</Typography>
      {!data.stands && <Notice tone="bad" role="alert" title={t('decisions.fell')} />}
      <Content proposal={data} />
      {data.mayApprove && <Ticks proposal={data} />}
    </Box>
  );
}

function Content({ proposal }: { proposal: Proposal }) {
  const t = useT();
  const format = useFormat();
  const { kind, outcome, validFrom, validTo, whileRole, grounds, facts, freeText, legalRefs } = proposal;
  const { application } = useApplicationDesk();
  const open = isApprovalCode(application.code)
    ? t('approvals.untilWithdrawn')
    : t('applications.precedents.whileRole');
  const to = validTo ? format.date(validTo) : open;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.25 }}>
      <Line label={t('decisions.outcomes')}>
        <b>{t(`decisions.outcome.${outcome}`)}</b>
        {validFrom &&
          `, ${format.date(validFrom)} – ${whileRole ? t('applications.precedents.whileRole') : to}`}
      </Line>
      {kind === 'WITHDRAWAL' && validTo && (
        <Line label={t(isApprovalCode(application.code) ? 'approvals.lastDay' : 'decisions.lastDay')}>
          {format.date(validTo)}
        </Line>
      )}
      <Line label={t('decisions.facts')}>
        {facts.map(text => (
          <div key={text}>{text}</div>
        ))}
      </Line>
      <Line label={t('decisions.grounds')}>
        {[...grounds, freeText].filter(Boolean).map(text => (
          <div key={text}>{text}</div>
        ))}
      </Line>
      <Line label={t('decisions.law')}>{legalRefs.join(' · ')}</Line>
    </Box>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Typography component="dt" variant="caption" sx={{ color: 'desk.text2' }}>
        {label}
      </Typography>
      <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </div>
  );
}

const PARTS: readonly ProposalPart[] = ['REGISTERS', 'GROUNDS', 'LETTER'];

/** Papers are ticked by opening them; what stands on this page, by saying that it is read. */
function Ticks({ proposal }: { proposal: Proposal }) {
  const t = useT();
  const client = useQueryClient();
  const { detail } = useApplicationDesk();
  const mark = useMutation({
    mutationFn: (part: ProposalPart) => markPartSeen(proposal.id, part),
    onSettled: () => client.invalidateQueries({ queryKey: ['decision-proposal', detail.id] }),
  });
  const seen = (part: ProposalPart) => proposal.parts.some(one => one.part === part && one.byMeAt !== null);
  return (
    <Box role="group" aria-label={t('decisions.read')}>
      <Typography variant="subtitle2" component="p">
        {t('decisions.read')}
      </Typography>
      {PARTS.map(part => (
        <FormControlLabel
          key={part}
          control={
            <Checkbox
              size="small"
              checked={seen(part)}
              onChange={() => !seen(part) && !mark.isPending && mark.mutate(part)}
            />
          }
          label={t(`decisions.four.${part}` as 'decisions.four.LETTER')}
        />
      ))}
      {mark.error && <ErrorPanel error={mark.error} />}
    </Box>
  );
}
