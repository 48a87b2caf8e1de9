import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { useT } from '../../i18n/index.ts';
import { DraftConflict } from '../../shared/DraftConflict.tsx';
import { DraftWords } from '../../shared/DraftWords.tsx';
import { draftIn } from '../../shared/draft.provider.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useHotkeys } from '../../shared/hotkeys.ts';
import { isBlank, textIn, useTextDraft } from '../../shared/useTextDraft.ts';
import { useOrderDesk, useRefreshOrder } from './OrderContext.tsx';
import { addOrderNote } from './order.provider.ts';

const ACTION = 'NOTE';
const FIELD = 'order-note';

/** A note about the line, or what somebody said on the phone. What is typed is kept as a draft until it is added. */
export function OrderNote() {
  const t = useT();
  const notify = useNotify();
  const refresh = useRefreshOrder();
  const { order, line } = useOrderDesk();
  const [phoned, setPhoned] = useState(false);
  const { text, write, choose, clear, state } = useTextDraft(
    { orderItemId: line.id, order: { number: order.number, line: line.line }, action: ACTION },
    draftIn(line.drafts, ACTION),
  );
  useHotkeys({ n: () => document.getElementById(FIELD)?.focus() });
  const add = useMutation({
    mutationFn: () => addOrderNote({ orderItemId: line.id, note: text.trim(), phoned }),
    onSuccess: async () => {
      await clear();
      setPhoned(false);
      await refresh();
      notify(t('orders.note.added'), { type: 'success' });
    },
  });
  return (
    <Box
      component="form"
      onSubmit={event => {
        event.preventDefault();
        if (!isBlank(text) && !add.isPending) add.mutate();
      }}
      sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'desk.line', display: 'grid', gap: 1, flex: 'none' }}
    >
      {state.other && (
        <DraftConflict
          mine={text}
          other={textIn(state.other.body)}
          savedAt={state.other.savedAt}
          onChoose={choose}
        />
      )}
      {add.error && <ErrorPanel error={add.error} title={t('orders.note.notAdded')} />}
      <TextField
        id={FIELD}
        multiline
        minRows={2}
        maxRows={8}
        value={text}
        onChange={event => write(event.target.value)}
        placeholder={t('orders.note.placeholder')}
        slotProps={{ htmlInput: { 'aria-label': t('orders.note.label'), maxLength: 4000 } }}
        fullWidth
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <FormControlLabel
          sx={{ ml: -1, mr: 0 }}
          control={<Checkbox size="small" checked={phoned} onChange={(_, checked) => setPhoned(checked)} />}
          label={t('orders.note.phoned')}
        />
        <DraftWords state={state} />
        {!isBlank(text) && (
          <Button
            type="submit"
            variant="outlined"
            size="small"
            aria-disabled={add.isPending}
            sx={{ ml: 'auto' }}
          >
            {t('orders.note.add')}
          </Button>
        )}
      </Box>
    </Box>
  );
}
