import { useText } from './TextContext.tsx';
import type { MessageKey } from './upload.messages.ts';
import { canSubmit, type FormState, missingParts, unsettledParts } from './upload.state.ts';

interface SendBarProps {
  state: FormState;
  onSend: () => void;
}

/** Always within reach. Until all is there the button stays focusable, says what is missing and leads there. */
export function SendBar({ state, onSend }: SendBarProps) {
  const { t } = useText();
  const ready = canSubmit(state);
  const busy = state.submission === 'SENDING';
  const press = () => (ready ? onSend() : leadToGap(state));
  return (
    <div className="send-bar">
      <p role="alert" className="small c-bad">
        {state.submission === 'LOST' && t('sendLost')}
        {state.submission === 'INCOMPLETE' && t('sendIncomplete')}
      </p>
      <button
        type="button"
        className="btn primary full"
        aria-disabled={!ready || busy}
        aria-describedby="send-hint"
        onClick={press}
      >
        {t(busy ? 'sending' : 'send')}
      </button>
      <p id="send-hint" role="status" className="small muted">
        {t(hintOf(state))}
      </p>
    </div>
  );
}

function hintOf(state: FormState): MessageKey {
  const unsettled = unsettledParts(state);
  if (unsettled.some(part => state.parts[part].sending?.lost)) return 'stuck';
  if (unsettled.length > 0) return 'unsettled';
  const missing = missingParts(state);
  if (missing.length === 2) return 'missingBoth';
  if (missing.length === 0) return 'ready';
  return missing[0] === 'photo' ? 'missingPhoto' : 'missingId';
}

function leadToGap(state: FormState): void {
  const part = unsettledParts(state)[0] ?? missingParts(state)[0];
  const heading = document.getElementById(`step-${part}`);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
