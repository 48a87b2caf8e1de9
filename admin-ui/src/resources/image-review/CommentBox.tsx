import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { InformationSquareIcon } from '@navikt/aksel-icons';
import type { KeyboardEvent } from 'react';
import { useFormat, useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import type { BenchActions } from './useBenchActions.ts';
import type { BenchDesk } from './useBenchDesk.ts';
import { COMMENT_ID } from './useBenchKeys.ts';

const MAX_COMMENT = 4000;

function DraftLine({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const format = useFormat();
  const { status, savedAt } = desk.draft.state;
  const time = savedAt ? format.time(savedAt) : '';
  const text = {
    NONE: '',
    WAITING: t('bench.comment.saving'),
    SAVED: t('bench.comment.saved', { time }),
    FAILED: t('bench.comment.failed'),
    CONFLICT: t('bench.comment.conflict'),
  }[status];
  const failing = status === 'FAILED' || status === 'CONFLICT';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography
        variant="caption"
        role={failing ? 'alert' : undefined}
        sx={{ color: failing ? 'desk.bad.icon' : 'desk.text2' }}
      >
        {text}
      </Typography>
      {status === 'CONFLICT' && (
        <Button size="small" onClick={desk.draft.keepMine}>
          {t('bench.comment.keepMine')}
        </Button>
      )}
    </Box>
  );
}

function MailLine({ desk }: { desk: BenchDesk }) {
  const t = useT();
  const { case: benchCase } = desk.bench;
  const language = t(`bench.comment.${benchCase.orderItem?.ordererLanguage ?? benchCase.language}`);
  return (
    <Box sx={{ display: 'flex', gap: 1, mt: 1.25, '& svg': { color: 'desk.info.icon', flex: 'none' } }}>
      <InformationSquareIcon aria-hidden fontSize="16px" />
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2', flex: 1 }}>
        {t(desk.final ? 'bench.comment.stop' : 'bench.comment.both', { language })}
      </Typography>
      {desk.choice.picked.length > 0 && (
        <Link
          component="button"
          variant="caption"
          onClick={() => desk.setDialog('MAIL')}
          sx={{ alignSelf: 'start', whiteSpace: 'nowrap' }}
        >
          {t('bench.comment.seeMail')}
        </Link>
      )}
    </Box>
  );
}

/** A comment to the orderer, kept as a draft; Esc leaves it, Ctrl Enter decides. */
export function CommentBox({ desk, actions }: { desk: BenchDesk; actions: BenchActions }) {
  const t = useT();
  const { comment } = desk.choice;
  const over = comment.trim().length - MAX_COMMENT;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (over <= 0) actions.main();
  };
  return (
    <Box sx={{ mt: 1.5 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'center', mb: 0.5 }}>
        <Typography component="label" variant="h4" htmlFor={COMMENT_ID}>
          {t('bench.comment.label')} <Kbd>C</Kbd>
        </Typography>
        <DraftLine desk={desk} />
      </Box>
      <TextField
        id={COMMENT_ID}
        multiline
        minRows={3}
        maxRows={8}
        fullWidth
        value={comment}
        onChange={event => desk.dispatch({ type: 'COMMENT', comment: event.target.value })}
        onKeyDown={onKeyDown}
        error={over > 0}
        helperText={over > 0 ? t('bench.comment.tooLong', { n: over }) : undefined}
        slotProps={{ htmlInput: { readOnly: desk.mode !== 'WORK', 'aria-keyshortcuts': 'C' } }}
      />
      <MailLine desk={desk} />
    </Box>
  );
}
