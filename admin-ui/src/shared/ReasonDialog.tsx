import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId, useState } from 'react';
import { useT } from '../i18n/index.ts';
import { DialogForm } from './DialogForm.tsx';
import { ErrorPanel } from './ErrorPanel.tsx';

export interface Reason<Code extends string> {
  code: Code;
  label: string;
}

interface ReasonDialogProps<Code extends string> {
  open: boolean;
  title: string;
  /** What happens then. */
  text?: ReactNode;
  reasons: readonly Reason<Code>[];
  /** The verb on the filled button. */
  confirm: string;
  /** Codes that are not understood without a comment; `OTHER` unless told. */
  commentNeededFor?: readonly Code[];
  /** More fields between the reasons and the comment (a date, a colleague). */
  children?: ReactNode;
  /** False while those fields are not filled in. */
  ready?: boolean;
  busy?: boolean;
  error?: unknown;
  onClose: () => void;
  onConfirm: (reason: Code, comment: string | null) => void;
}

/** A reason from a short list, a short comment beside it (never glued to it). Esc leaves without a change. */
export function ReasonDialog<Code extends string>(props: ReasonDialogProps<Code>) {
  const { open, title, onClose } = props;
  const id = useId();
  return (
    <Dialog open={open} onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <DialogTitle id={id}>{title}</DialogTitle>
      <ReasonForm {...props} labelId={id} />
    </Dialog>
  );
}

function useReasonForm<Code extends string>(props: ReasonDialogProps<Code>) {
  const { ready = true, commentNeededFor = ['OTHER'], onConfirm } = props;
  const [reason, setReason] = useState<Code | null>(null);
  const [comment, setComment] = useState('');
  const [tried, setTried] = useState(false);
  const needsComment = commentNeededFor.some(code => code === reason);
  const noComment = needsComment && comment.trim() === '';
  const submit = () => {
    setTried(true);
    if (reason !== null && !noComment && ready) onConfirm(reason, comment.trim() || null);
  };
  return {
    reason,
    setReason,
    comment,
    setComment,
    needsComment,
    submit,
    missingReason: tried && reason === null,
    missingComment: tried && noComment,
  };
}

function ReasonForm<Code extends string>(props: ReasonDialogProps<Code> & { labelId: string }) {
  const { text, confirm, children, busy, error, onClose } = props;
  const t = useT();
  const form = useReasonForm(props);
  return (
    <DialogForm {...{ text, confirm, busy, onClose }} onSubmit={form.submit}>
      <ReasonChoice {...props} chosen={form.reason} onChoose={form.setReason} missing={form.missingReason} />
      {children}
      <TextField
        label={t('shared.commentShort')}
        value={form.comment}
        required={form.needsComment}
        error={form.missingComment}
        helperText={form.missingComment ? t('shared.commentNeeded') : undefined}
        onChange={event => form.setComment(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        fullWidth
      />
      {Boolean(error) && <ErrorPanel error={error} />}
    </DialogForm>
  );
}

interface ReasonChoiceProps<Code extends string> {
  reasons: readonly Reason<Code>[];
  labelId: string;
  chosen: Code | null;
  onChoose: (code: Code) => void;
  missing: boolean;
}

function ReasonChoice<Code extends string>({
  reasons,
  labelId,
  chosen,
  onChoose,
  missing,
}: ReasonChoiceProps<Code>) {
  const t = useT();
  return (
    <FormControl error={missing}>
      <RadioGroup aria-labelledby={labelId} value={chosen ?? ''}>
        {reasons.map(({ code, label }, index) => (
          <FormControlLabel
            key={code}
            value={code}
            onChange={() => onChoose(code)}
            control={<Radio autoFocus={index === 0} />}
            label={label}
          />
        ))}
      </RadioGroup>
      {missing && (
        <Typography role="alert" sx={{ color: 'desk.bad.icon' }}>
          {t('shared.chooseReason')}
        </Typography>
      )}
    </FormControl>
  );
}
