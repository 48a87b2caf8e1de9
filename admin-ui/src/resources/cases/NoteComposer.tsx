import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useNotify } from 'react-admin';
import { useFormat, useT } from '../../i18n/index.ts';
import { draftIn } from '../../shared/draft.provider.ts';
import { DraftSaver, type DraftState, isUnsaved } from '../../shared/draft-saver.ts';
import { ErrorPanel } from '../../shared/ErrorPanel.tsx';
import { useUnsaved } from '../../shared/unsaved.ts';
import { useCaseDesk } from './CaseContext.tsx';
import { addNote } from './case.provider.ts';
import { DraftConflict } from './DraftConflict.tsx';
import { useTakeAnswer } from './useCase.ts';

const ACTION = 'NOTE';

const textIn = (body: unknown) =>
  typeof body === 'object' && body !== null && 'text' in body ? String(body.text) : '';

const isBlank = (text: string) => text.trim() === '';

function useNoteDraft() {
  const { id, drafts } = useCaseDesk().detail;
  const [text, setText] = useState(() => textIn(draftIn(drafts, ACTION).body));
  const [saver] = useState(
    () => new DraftSaver({ caseId: id, action: ACTION }, { ...draftIn(drafts, ACTION), body: { text } }),
  );
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);
  useEffect(() => () => saver.flush(), [saver]);
  useUnsaved(isUnsaved(state));
  const write = (next: string) => {
    setText(next);
    saver.want({ text: next }, isBlank(next));
  };
  const choose = (chosen: string) => {
    setText(chosen);
    saver.choose({ text: chosen }, isBlank(chosen));
  };
  const clear = () => {
    setText('');
    return saver.discard({ text: '' });
  };
  return { text, write, choose, clear, state };
}

/** A note needs no reservation. What is typed is kept as a draft until it is added. */
export function NoteComposer() {
  const t = useT();
  const notify = useNotify();
  const { detail } = useCaseDesk();
  const takeAnswer = useTakeAnswer(detail.id);
  const { text, write, choose, clear, state } = useNoteDraft();
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
