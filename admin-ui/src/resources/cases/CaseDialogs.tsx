import type { ReactNode } from 'react';
import { MailDialog } from '../outbox/MailDialog.tsx';
import { BarDialog, UnbarDialog } from './BarDialogs.tsx';
import { type OpenDialog, useCaseDesk } from './CaseContext.tsx';
import type { HeadAction } from './case-actions.rules.ts';
import { HoldDialog } from './HoldDialog.tsx';
import { ImagesDialog } from './ImagesDialog.tsx';
import { HandOverDialog, ReleaseDialog, SkipDialog } from './LeaveDialogs.tsx';
import { LinkDialog, RevokeLinkDialog, SendLinkDialog, UnlinkDialog } from './LinkDialogs.tsx';
import { PriorityDialog, PromiseDialog } from './PlanDialogs.tsx';
import { RegisterPair } from './RegisterPair.tsx';
import { CloseDialog, ReopenDialog } from './StateDialogs.tsx';

const windows: Partial<Record<HeadAction, () => ReactNode>> = {
  HOLD: HoldDialog,
  RELEASE: ReleaseDialog,
  SKIP: SkipDialog,
  HAND_OVER: HandOverDialog,
  REOPEN: ReopenDialog,
  CLOSE: CloseDialog,
  BAR: BarDialog,
  LINK: LinkDialog,
  SET_PRIORITY: PriorityDialog,
  SET_PROMISE: PromiseDialog,
  SEND_UPLOAD_LINK: SendLinkDialog,
  REVOKE_UPLOAD_LINK: RevokeLinkDialog,
  REGISTER_UPLOAD: RegisterPair,
};

/** The window that is open over the case page, if any. */
export function CaseDialogs() {
  const { dialog } = useCaseDesk();
  return dialog && <Shown dialog={dialog} />;
}

function Shown({ dialog }: { dialog: OpenDialog }) {
  const { close } = useCaseDesk();
  if (dialog.name === 'MAIL') return <MailDialog id={dialog.id} onClose={close} />;
  if (dialog.name === 'IMAGES') return <ImagesDialog attempt={dialog.attempt} />;
  if (dialog.name === 'UNLINK') return <UnlinkDialog link={dialog.link} />;
  if (dialog.name === 'UNBAR') return <UnbarDialog person={dialog.person} />;
  const Window = windows[dialog.name];
  return Window ? <Window /> : null;
}
