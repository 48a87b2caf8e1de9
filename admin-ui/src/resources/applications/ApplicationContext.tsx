import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useCaseDesk } from '../cases/CaseContext.tsx';
import type { Application } from './application.documents.ts';

export type Tab = 'papers' | 'decision' | 'letter' | 'precedents' | 'history';
export type ApplicationDialog =
  | 'ASK'
  | 'RETURN'
  | 'APPEAL'
  | 'FORWARD'
  | 'ACCEPT_LATE'
  | 'WITHDRAW_APPEAL'
  | 'BODY_RESULT'
  | 'POINTS'
  | 'ORDERING';

interface ApplicationDesk {
  application: Application;
  /** case_document.id of the paper that is open. */
  shownId: string | null;
  show: (documentId: string) => void;
  dialog: ApplicationDialog | null;
  open: (dialog: ApplicationDialog) => void;
  close: () => void;
  history: boolean;
  setHistory: (open: boolean) => void;
}

const Context = createContext<ApplicationDesk | null>(null);

/** Everything on the application page knows the application, the paper that is open, and its windows. */
export function ApplicationProvider({
  application,
  children,
}: {
  application: Application;
  children: ReactNode;
}) {
  const [shownId, show] = useState<string | null>(null);
  const [dialog, open] = useState<ApplicationDialog | null>(null);
  const [history, setHistory] = useState(false);
  const desk = useMemo(
    () => ({ application, shownId, show, dialog, open, close: () => open(null), history, setHistory }),
    [application, shownId, dialog, history],
  );
  return <Context value={desk}>{children}</Context>;
}

export function useApplicationDesk(): ApplicationDesk & { detail: ReturnType<typeof useCaseDesk>['detail'] } {
  const desk = useContext(Context);
  const { detail } = useCaseDesk();
  if (!desk) throw new Error('useApplicationDesk is for parts of the application page');
  return { ...desk, detail };
}
