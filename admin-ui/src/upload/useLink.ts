import { useCallback, useEffect, useState } from 'react';
import { loadLink } from './upload.api.ts';
import type { DeadState, OpenLink } from './upload.types.ts';

type View =
  | { kind: 'LOADING' }
  | { kind: 'OFFLINE' }
  | { kind: 'DEAD'; state: DeadState }
  | { kind: 'OPEN'; link: OpenLink }
  | { kind: 'RECEIVED'; link: OpenLink };

interface LinkControl {
  view: View;
  reload: () => void;
  receive: () => void;
}

/** What the link stands for right now; opening the page changes nothing on the server. */
export function useLink(token: string): LinkControl {
  const [view, setView] = useState<View>({ kind: 'LOADING' });

  const reload = useCallback(async () => {
    const answer = await loadLink(token);
    if (answer === null) setView({ kind: 'OFFLINE' });
    else if (answer.state === 'OPEN') setView({ kind: 'OPEN', link: answer });
    else setView({ kind: 'DEAD', state: answer.state });
  }, [token]);

  useEffect(() => {
    void reload();
  }, [reload]);

  const receive = useCallback(
    () => setView(now => (now.kind === 'OPEN' ? { kind: 'RECEIVED', link: now.link } : now)),
    [],
  );
  return { view, reload: () => void reload(), receive };
}
