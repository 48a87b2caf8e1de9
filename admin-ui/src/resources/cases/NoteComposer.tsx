import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useNotify } from 'react-admin';
import { useFormat, useT } from '../../i18n/index.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useUnsaved } from '../../shared/unsaved.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { addNote } from './case.provider.ts';
import { DraftConflict } from './DraftConflict.tsx';
import { type DraftState, draftIn, NoteDraftSaver } from './note-draft.ts';
import { useTakeAnswer } from './useCase.ts';

function useNoteDraft() {
  const { detail } = useCaseDesk();
  const [text, setText] = useState(() => draftIn(detail).text);
  const [saver] = useState(() => new NoteDraftSaver(detail.id, draftIn(detail)));
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  useEffect(() => () => saver.flush(), [saver]);
  useUnsaved(state.status === 'WAITING' || state.status === 'FAILED' || state.status === 'CONFLICT');
  const write = (next: string) => {
    setText(next);
    saver.write(next);
  };
  return { text, write, setText, saver, state };
}

/** A note needs no reservation. What is typed is kept as a draft until it is added. */
export function NoteComposer() {
  const t = useT();
  const notify = useNotify();
  const { detail } = useCaseDesk();
  const takeAnswer = useTakeAnswer(detail.id);
  const { text, write, setText, saver, state } = useNoteDraft();
  const add = useMutation({
    mutationFn: () => addNote({ caseId: detail.id, note: text.trim() }),
    onSuccess: async answer => {
      setText('');
      await saver.sent();
      takeAnswer(answer);
      notify(t('casePage.notes.added'), { type: 'success' });
    },
  });
  const settle = (chosen: string) => {
    setText(chosen);
    saver.settle(chosen);
  };
  return (
    <Box
      component="form"
      onSubmit={event => {
        event.preventDefault();
        if (text.trim() !== '' && !add.isPending) add.mutate();
      }}
      sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'desk.line', display: 'grid', gap: 1, flex: 'none' }}
    >
      {state.other && <DraftConflict mine={text} other={state.other} onChoose={settle} />}
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
        {text.trim() !== '' && (
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

function DraftWords({ state }: { state: DraftState }) {
  const t = useT();
  const format = useFormat();
  const words = {
    NONE: '',
    WAITING: t('casePage.notes.saving'),
    SAVED: state.savedAt ? t('casePage.notes.saved', { time: format.time(state.savedAt) }) : '',
    FAILED: t('casePage.notes.saveFailed'),
    CONFLICT: '',
  };
  return (
    <Typography variant="caption" sx={{ color: state.status === 'FAILED' ? 'desk.bad.icon' : 'desk.text2' }}>
      {words[state.status]}
    </Typography>
  );
}
