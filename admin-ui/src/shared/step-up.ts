import { useEffect, useSyncExternalStore } from 'react';
import { onStepUp } from '../graphql/client.ts';

interface Question {
  readonly answer: Promise<boolean>;
  readonly settle: (proved: boolean) => void;
}

let question: Question | null = null;
const listeners = new Set<() => void>();

function change(next: Question | null) {
  question = next;
  for (const listener of listeners) listener();
}

/** Requests that are refused at the same time wait for one answer. */
function ask(): Promise<boolean> {
  if (question) return question.answer;
  let settle: Question['settle'] = () => undefined;
  const answer = new Promise<boolean>(resolve => {
    settle = resolve;
  });
  change({ answer, settle });
  return answer;
}

/** The person has proved who she is, or does not want to. */
export function answerStepUp(proved: boolean) {
  question?.settle(proved);
  change(null);
}

/** Whether the server waits for a proof. Only one place asks: the frame. */
export function useStepUpAsked(): boolean {
  useEffect(() => {
    const stop = onStepUp(ask);
    return () => {
      stop();
      answerStepUp(false);
    };
  }, []);
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => question !== null,
  );
}
