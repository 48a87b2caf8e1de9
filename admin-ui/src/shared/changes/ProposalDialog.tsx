import TextField from '@mui/material/TextField';
import { type ReactNode, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { DateField } from '../DateField.tsx';
import { ErrorPanel } from '../ErrorPanel.tsx';
import { FormDialog } from '../FormDialog.tsx';
import { useFieldErrorText } from '../useErrorText.ts';

/** What is wrong with a field: nothing was typed, or what the server said. @param typed absent: it may be empty */
export type FaultOf = (field: string, typed?: string) => string | undefined;

export interface Proposal {
  readonly validFrom: string;
  readonly grounds: string;
}

interface ProposalDialogProps {
  title: string;
  text: string;
  busy: boolean;
  error: unknown;
  /** Fields of the kind itself that must say something. */
  needed?: readonly string[];
  onClose: () => void;
  onSubmit: (proposal: Proposal) => void;
  children: (fault: FaultOf) => ReactNode;
}

/** A change from a day on, with its grounds; somebody else has the last word. */
export function ProposalDialog({
  title,
  text,
  busy,
  error,
  needed = [],
  onClose,
  onSubmit,
  children,
}: ProposalDialogProps) {
  const t = useT();
  const fieldText = useFieldErrorText();
  const [proposal, setProposal] = useState<Proposal>({ validFrom: '', grounds: '' });
  const [tried, setTried] = useState(false);
  const { validFrom, grounds } = proposal;
  const fault: FaultOf = (field, typed) =>
    tried && typed?.trim() === '' ? t('errors.field.REQUIRED') : fieldText(error, field);
  const submit = () => {
    setTried(true);
    if ([validFrom, grounds, ...needed].every(one => one.trim() !== '')) onSubmit(proposal);
  };
  return (
    <FormDialog
      wide
      title={title}
      text={text}
      confirm={t('changes.send')}
      busy={busy}
      onClose={onClose}
      onSubmit={submit}
    >
      {children(fault)}
      <DateField
        label={t('changes.validFrom')}
        value={validFrom}
        onChange={day => setProposal({ ...proposal, validFrom: day })}
        fault={fault('validFrom', validFrom)}
        required
      />
      <TextField
        label={t('changes.grounds')}
        value={grounds}
        onChange={event => setProposal({ ...proposal, grounds: event.target.value })}
        error={fault('grounds', grounds) !== undefined}
        helperText={fault('grounds', grounds)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        required
      />
      {error !== null && <ErrorPanel error={error} />}
    </FormDialog>
  );
}
