import { LeaveDialog } from './LeaveDialog.tsx';
import { MailPreviewDialog } from './MailPreviewDialog.tsx';
import { RegisterPair } from './RegisterPair.tsx';
import type { BenchDesk } from './useBenchDesk.ts';

/** The dialogs of the bench; at most one is open. */
export function BenchDialogs({ desk }: { desk: BenchDesk }) {
  return (
    <>
      <LeaveDialog desk={desk} way="SKIP" />
      <LeaveDialog desk={desk} way="RELEASE" />
      {desk.dialog === 'MAIL' && <MailPreviewDialog desk={desk} />}
      {desk.dialog === 'REGISTER' && <RegisterPair desk={desk} />}
    </>
  );
}
