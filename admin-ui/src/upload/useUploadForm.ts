import { type Dispatch, useEffect, useReducer, useRef } from 'react';
import { checkFile } from './check-file.ts';
import { deletePart, loadLink, partUrl, putPart, submitBoth, type Upload } from './upload.api.ts';
import {
  canSubmit,
  type FormAction,
  type FormState,
  initialState,
  previewUrls,
  reduce,
} from './upload.state.ts';
import type { LocalFile, OpenLink, Part } from './upload.types.ts';

interface FormOptions {
  link: OpenLink;
  token: string;
  onDead: () => void;
  onReceived: () => void;
}

export interface UploadFormControl {
  state: FormState;
  pick: (part: Part, file: File) => void;
  retry: (part: Part) => void;
  cancel: (part: Part) => void;
  remove: (part: Part) => void;
  setHeadgear: (value: boolean) => void;
  submit: () => void;
}

/** The form's state and everything that may be done with it. */
export function useUploadForm(options: FormOptions): UploadFormControl {
  const [state, dispatch] = useReducer(reduce, options.link, initialState);
  const running = useRef<Partial<Record<Part, Upload>>>({});
  useForgottenPreviews(state);

  const context: Context = { ...options, state, dispatch, running: running.current };
  return {
    state,
    pick: (part, file) => void pick(context, part, file),
    retry: part => {
      const file = state.parts[part].sending?.file;
      if (file) void send(context, part, file);
    },
    cancel: part => {
      stop(context, part);
      dispatch({ type: 'CANCELLED', part });
    },
    remove: part => void remove(context, part),
    setHeadgear: value => dispatch({ type: 'HEADGEAR', value }),
    submit: () => void submit(context),
  };
}

interface Context extends FormOptions {
  state: FormState;
  dispatch: Dispatch<FormAction>;
  running: Partial<Record<Part, Upload>>;
}

async function pick(context: Context, part: Part, file: File): Promise<void> {
  const checked = await checkFile(file, { part, state: context.state, limits: context.link });
  if ('texts' in checked) context.dispatch({ type: 'REFUSED', part, texts: checked.texts });
  else await send(context, part, checked.file);
}

async function send(context: Context, part: Part, file: LocalFile): Promise<void> {
  const { dispatch, running, token } = context;
  stop(context, part);
  dispatch({ type: 'PICKED', part, file });
  const upload = putPart(file, partUrl(token, part), share => dispatch({ type: 'PROGRESS', part, share }));
  running[part] = upload;
  const answer = await upload.answer;
  delete running[part];
  if (answer.kind === 'STORED') dispatch({ type: 'STORED', part, file, result: answer.result });
  if (answer.kind === 'REFUSED') dispatch({ type: 'REFUSED', part, texts: answer.texts });
  if (answer.kind === 'LOST' || answer.kind === 'DEAD') dispatch({ type: 'LOST', part });
  if (answer.kind === 'DEAD') context.onDead();
}

function stop({ running }: Context, part: Part): void {
  running[part]?.abort();
  delete running[part];
}

async function remove({ token, dispatch, onDead }: Context, part: Part): Promise<void> {
  const answer = await deletePart(token, part);
  if (answer === 'DEAD') onDead();
  else dispatch({ type: answer === 'OK' ? 'REMOVED' : 'REMOVAL_FAILED', part });
}

async function submit({ state, token, dispatch, onDead, onReceived }: Context): Promise<void> {
  if (!canSubmit(state) || state.submission === 'SENDING') return;
  dispatch({ type: 'SUBMISSION', value: 'SENDING' });
  const answer = await submitBoth(token, state.headgear);
  if (answer === 'OK') return onReceived();
  if (answer === 'DEAD') return onDead();
  const link = answer === 'INCOMPLETE' ? await loadLink(token) : null;
  if (link?.state === 'OPEN') dispatch({ type: 'RELOADED', parts: link.parts });
  else dispatch({ type: 'SUBMISSION', value: 'LOST' });
}

/** A preview holds the whole file in memory until it is let go. */
function useForgottenPreviews(state: FormState): void {
  const shown = useRef<string[]>([]);
  useEffect(() => {
    const urls = previewUrls(state);
    for (const url of shown.current) if (!urls.includes(url)) URL.revokeObjectURL(url);
    shown.current = urls;
  }, [state]);
}
