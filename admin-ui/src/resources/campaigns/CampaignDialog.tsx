import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { useWrite } from '../../shared/useWrite.ts';
import { useWords } from '../applications/application-words.ts';
import type { DecisionTexts } from '../applications/decision.documents.ts';
import { getDecisionTexts } from '../applications/decision.provider.ts';
import type { BatchResult, Campaign } from './campaign.documents.ts';
import { CAMPAIGN_KEYS, proposeWithdrawals, sendNotices, sendReminders } from './campaign.provider.ts';
import { Reasons } from './Reasons.tsx';
import { WithdrawalConsequences } from './WithdrawalConsequences.tsx';

export type CampaignTask = 'remind' | 'notice' | 'withdraw';

interface CampaignDialogProps {
  task: CampaignTask;
  campaign: Campaign;
  ids: readonly string[];
  onClose: () => void;
  /** Nothing is chosen any more. */
  onDone: () => void;
}

interface Draft {
  grounds: readonly string[];
  freeText: string;
}

/** One thing done for all that are chosen; what cannot be done says why, firm by firm. */
export function CampaignDialog({ task, campaign, ids, onClose, onDone }: CampaignDialogProps) {
  const t = useT();
  const [draft, setDraft] = useState<Draft>({ grounds: [], freeText: '' });
  const texts = useTexts(campaign, task);
  const send = useSending(task, { ids, draft, texts });
  const results = send.data ?? null;
  const close = () => {
    if (results) onDone();
    onClose();
  };
  return (
    <FormDialog
      wide
      title={t(`campaigns.${task}`)}
      confirm={t(`campaigns.${task}`)}
      busy={send.isPending || results !== null || (task !== 'remind' && !texts)}
      onClose={close}
      onSubmit={() => send.mutate(undefined)}
    >
      <Typography>{t('campaigns.chosen', { smart_count: ids.length })}</Typography>
      {task === 'remind' && <Typography>{t('campaigns.remindText')}</Typography>}
      {task === 'notice' && <Typography>{t('campaigns.noticeText')}</Typography>}
      {task === 'withdraw' && !results && <WithdrawalConsequences ids={ids} />}
      {task === 'withdraw' && texts && <Grounds texts={texts} draft={draft} onChange={setDraft} />}
      {task !== 'remind' && (
        <TextField
          label={t('campaigns.freeText')}
          value={draft.freeText}
          onChange={event => setDraft({ ...draft, freeText: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 4000 } }}
          multiline
          minRows={2}
        />
      )}
      {results && <Results results={results} />}
      {send.error && <ErrorPanel error={send.error} />}
    </FormDialog>
  );
}

function useTexts({ register }: Campaign, task: CampaignTask): DecisionTexts | undefined {
  const code = register === 'CAR_CARE_APPROVAL' ? 'CAR_CARE_FIRM' : 'CLEANING_FIRM';
  return useQuery({
    queryKey: ['decision-texts', code, 'WITHDRAW'],
    queryFn: ({ signal }) => getDecisionTexts({ code, outcome: 'WITHDRAW' }, signal),
    enabled: task !== 'remind',
  }).data;
}

interface Sending {
  ids: readonly string[];
  draft: Draft;
  texts: DecisionTexts | undefined;
}

function useSending(task: CampaignTask, { ids, draft, texts }: Sending) {
  const t = useT();
  const confirmationIds = [...ids];
  const statutes = texts?.statutes ?? [];
  const statuteIds = statutes.filter(({ suggested }) => suggested).map(({ id }) => id);
  const { freeText } = draft;
  const words = { groundIds: [...draft.grounds], facts: [t('campaigns.fact')] };
  const tasks: Record<CampaignTask, () => Promise<BatchResult[]>> = {
    remind: () => sendReminders(confirmationIds),
    notice: () => sendNotices({ confirmationIds, statuteIds, freeText }),
    withdraw: () => proposeWithdrawals({ ...words, confirmationIds, statuteIds, freeText }),
  };
  return useWrite(() => tasks[task](), {
    keys: CAMPAIGN_KEYS,
    said: results => t('campaigns.done', sums(results)),
  });
}

function sums(results: readonly BatchResult[]) {
  const done = results.filter(one => one.done).length;
  return { done, refused: results.length - done };
}

function Grounds({
  texts,
  draft,
  onChange,
}: {
  texts: DecisionTexts;
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const t = useT();
  const words = useWords();
  const { grounds } = draft;
  const toggle = (id: string, on: boolean) =>
    onChange({ ...draft, grounds: on ? [...grounds, id] : grounds.filter(one => one !== id) });
  return (
    <Box role="group" aria-label={t('withdrawals.grounds')} sx={{ display: 'grid' }}>
      <Typography variant="subtitle2" component="p">
        {t('withdrawals.grounds')}
      </Typography>
      {texts.grounds.map(({ id, label }) => (
        <FormControlLabel
          key={id}
          label={words(label)}
          control={
            <Checkbox
              size="small"
              checked={grounds.includes(id)}
              onChange={event => toggle(id, event.target.checked)}
            />
          }
        />
      ))}
    </Box>
  );
}

function Results({ results }: { results: readonly BatchResult[] }) {
  const t = useT();
  return (
    <Box role="status">
      <Typography>{t('campaigns.done', sums(results))}</Typography>
      <Reasons rows={results} />
    </Box>
  );
}
