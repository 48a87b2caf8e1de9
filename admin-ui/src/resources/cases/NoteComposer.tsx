import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useT } from '../../i18n/index.ts';
import { DraftConflict } from '../../shared/DraftConflict.tsx';
import { DraftWords } from '../../shared/DraftWords.tsx';
import { draftIn } from '../../shared/draft.provider.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { isBlank, textIn, useTextDraft } from '../../shared/useTextDraft.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { addNote } from './case.provider.ts';
import { useTakeAnswer } from './useCase.ts';

const ACTION = 'NOTE';

/** A note needs no reservation. What is typed is kept as a draft until it is added. */
export function NoteComposer() {
  const t = useT();
  const notify = useNotify();
  const { detail } = useCaseDesk();
  const takeAnswer = useTakeAnswer(detail.id);
  const { text, write, choose, clear, state } = useTextDraft(
    { caseId: detail.id, action: ACTION },
    draftIn(detail.drafts, ACTION),
  );
  const add = useMutation({
    mutationFn: () => addNote({ caseId: detail.id, note: text.trim() }),
    onSuccess: async answer => {
      await clear();
      takeAnswer(answer);
      notify(t('casePage.notes.added'), { type: 'success' });
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
      {add.error && <ErrorPanel error={add.error} title={t('casePage.notes.notAdded')} />}
      <TextField
        multiline
        minRows={2}
        maxRows={8}
        value={text}
        onChange={event => write(event.target.value)}
        placeholder={t('casePage.notes.placeholder')}
        slotProps={{ htmlInput: { 'aria-label': t('casePage.notes.label'), maxLength: 4000 } }}
        fullWidth
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: text ? 28 : 0 }}>
        <DraftWords state={state} />
        {!isBlank(text) && (
          <Button
            type="submit"
            variant="outlined"
            size="small"
            aria-disabled={add.isPending}
            sx={{ ml: 'auto' }}
          >
            {t('casePage.notes.add')}
          </Button>
        )}
      </Box>
    </Box>
  );
}
