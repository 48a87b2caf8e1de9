import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { Notice } from '../../shared/Notice.tsx';
import { useErrorText } from '../../shared/useErrorText.ts';
import type { AccessReviewData } from './access-log.documents.ts';
import type { ReviewAsk } from './access-log.provider.ts';
import type { Saying } from './OddityList.tsx';
import { useOddityWords } from './oddity-words.ts';
import { useReviewWrites } from './useReview.ts';

const SHORTEST = 10;

interface MarkDialogProps {
  saying: Saying;
  review: AccessReviewData;
  ask: ReviewAsk;
  onClose: () => void;
}

/** What somebody has found out about a finding. It is never changed afterwards; a later word stands above it. */
export function MarkDialog({ saying, review, ask, onClose }: MarkDialogProps) {
  const t = useT();
  const words = useOddityWords();
  const errorText = useErrorText();
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const { mark } = useReviewWrites(ask);
  const { oddity, verdict } = saying;
  const isShort = [...comment.trim()].length < SHORTEST;
  const save = () => {
    setTried(true);
    if (isShort) return;
    const { weekOn, organisation } = review;
    const input = {
      weekOn,
      organisationId: organisation.id,
      key: oddity.key,
      verdict,
      comment: comment.trim(),
    };
    mark.mutate(input, { onSuccess: onClose });
  };
  return (
    <FormDialog
      wide
      title={t(verdict === 'EXPLAINED' ? 'accessLog.explain' : 'accessLog.follow')}
      text={words(oddity)}
      confirm={t('accessLog.save')}
      busy={mark.isPending}
      onClose={onClose}
      onSubmit={save}
    >
      <TextField
        label={t('accessLog.comment')}
        value={comment}
        onChange={event => setComment(event.target.value)}
        error={tried && isShort}
        helperText={t('accessLog.commentHelp')}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        multiline
        minRows={2}
        autoFocus
        required
        fullWidth
      />
      {mark.error ? <Notice tone="bad" role="alert" title={errorText(mark.error)} /> : null}
      <Notice tone="info" title={t('accessLog.markText')} />
    </FormDialog>
  );
}
