import Box from '@mui/material/Box';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { PadlockLockedIcon } from '@navikt/aksel-icons';
import { asDeskError } from '../../graphql/desk-error.ts';
import { useT } from '../../i18n/index.ts';
import { useSettings } from '../../session.ts';
import { DraftConflict } from '../../shared/DraftConflict.tsx';
import { DraftWords } from '../../shared/DraftWords.tsx';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { Panel } from '../../shared/Panel.tsx';
import { SrOnly } from '../../shared/SrOnly.tsx';
import { UndoBar } from '../../shared/UndoBar.tsx';
import { textIn } from '../../shared/useTextDraft.ts';
import { EXPLANATION_FIELD, useExplanation } from './ExplanationContext.tsx';
import { useOrderDesk } from './OrderContext.tsx';

/** The letter as the orderer will read it; only what stands between the locked paragraphs is written here. */
export function Explanation() {
  const t = useT();
  const { draft, preview, send } = useExplanation();
  const { state, text, choose } = draft;
  return (
    <Panel title={t('orders.letter.title')} end={<DraftWords state={state} />}>
      <Waiting />
      {state.other && (
        <DraftConflict
          mine={text}
          other={textIn(state.other.body)}
          savedAt={state.other.savedAt}
          onChoose={choose}
        />
      )}
      {send.error && <Unsent error={send.error} />}
      {preview.error && <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />}
      <Meta />
      <Letter />
    </Panel>
  );
}

function Unsent({ error }: { error: unknown }) {
  const t = useT();
  if (asDeskError(error).code !== 'STALE') return <ErrorPanel error={error} />;
  return <Notice tone="warn" role="alert" title={t('orders.letter.stale')} />;
}

function Meta() {
  const t = useT();
  const { preview } = useExplanation();
  const { data } = preview;
  const facts = [
    [t('orders.letter.to'), data?.ordererName ?? '…'],
    [t('orders.letter.language'), data ? t(`enums.language.${data.language}`) : '…'],
    [t('orders.letter.subject'), data?.subject ?? '…'],
  ];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, mb: 1, fontSize: 12, color: 'desk.text2' }}>
      {facts.map(([label, value]) => (
        <span key={label}>
          {label}{' '}
          <Box component="span" sx={{ color: 'desk.text' }}>
            {value}
          </Box>
        </span>
      ))}
    </Box>
  );
}

function Locked({ lines }: { lines: readonly string[] }) {
  const t = useT();
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 1,
        px: 1.5,
        py: 1,
        bgcolor: 'desk.tint2',
        '& > svg': { flex: 'none', mt: '3px' },
      }}
    >
      <PadlockLockedIcon aria-hidden fontSize="14px" />
      <div>
        <SrOnly>{t('orders.letter.locked')}</SrOnly>
        {lines.map(line => (
          <Typography key={line}>{line}</Typography>
        ))}
      </div>
    </Box>
  );
}

function Letter() {
  const t = useT();
  const { draft, preview } = useExplanation();
  return (
    <Box
      sx={{
        border: 1,
        borderColor: 'desk.edge',
        borderRadius: '4px',
        bgcolor: 'desk.paper',
        overflow: 'hidden',
      }}
    >
      <Locked lines={preview.data?.opening ?? ['…']} />
      <InputBase
        id={EXPLANATION_FIELD}
        multiline
        minRows={3}
        maxRows={14}
        fullWidth
        value={draft.text}
        onChange={event => draft.write(event.target.value)}
        placeholder={t('orders.letter.placeholder')}
        inputProps={{ 'aria-label': t('orders.letter.text'), maxLength: 4000 }}
        sx={{ px: 1.5, py: 1 }}
      />
      <Locked lines={preview.data?.closing ?? ['…']} />
    </Box>
  );
}

/** What has been sent and can still be stopped, from any device. */
function Waiting() {
  const t = useT();
  const { undoSeconds } = useSettings();
  const { order, line } = useOrderDesk();
  const { undo } = useExplanation();
  const mail = order.mails.find(
    ({ template, status, secondsLeft }) =>
      template === 'ORDER_EXPLANATION' && status === 'QUEUED' && secondsLeft > 0,
  );
  if (!mail) return null;
  const sent = order.events.find(
    ({ type, newValue }) => type === 'MAIL_QUEUED' && newValue === mail.template,
  );
  return (
    <Box sx={{ mb: 1.5 }}>
      <UndoBar
        offer={{ caseNumber: `${order.number}-${line.line}`, secondsLeft: mail.secondsLeft }}
        text={t('orders.letter.waiting')}
        detail={seconds => t('orders.letter.undo', { seconds })}
        totalSeconds={undoSeconds}
        onUndo={() => undo.mutate({ id: mail.id, text: sent?.note ?? '' })}
        busy={undo.isPending}
      />
    </Box>
  );
}
