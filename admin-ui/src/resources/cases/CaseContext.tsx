import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { BarredPerson, CaseDetail, CaseLink } from './case.documents.ts';
import type { HeadAction } from './case-actions.rules.ts';

/** The window that is open over the page. */
export type OpenDialog =
  | { name: HeadAction }
  | { name: 'UNLINK'; link: CaseLink }
  | { name: 'UNBAR'; person: BarredPerson }
  | { name: 'MAIL'; id: string }
  | { name: 'IMAGES'; attempt: number };

interface CaseDesk {
  detail: CaseDetail;
  dialog: OpenDialog | null;
  open: (dialog: OpenDialog) => void;
  close: () => void;
}

const Context = createContext<CaseDesk | null>(null);

/** Everything below the case page knows the case and can open its windows. */
export function CaseProvider({ detail, children }: { detail: CaseDetail; children: ReactNode }) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const desk = useMemo(
    () => ({ detail, dialog, open: setDialog, close: () => setDialog(null) }),
    [detail, dialog],
  );
  return <Context value={desk}>{children}</Context>;
}

export function useCaseDesk(): CaseDesk {
  const desk = useContext(Context);
  if (!desk) throw new Error('useCaseDesk is for parts of the case page');
  return desk;
}
