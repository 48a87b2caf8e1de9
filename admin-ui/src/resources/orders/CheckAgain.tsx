import { CheckAgainButton } from './CheckAgainButton.tsx';
import { useOrderDesk, useRefreshOrder } from './OrderContext.tsx';

/** Of the line in front of us, when it may. */
export function CheckAgain() {
  const { line } = useOrderDesk();
  const refresh = useRefreshOrder();
  if (!line.allowedActions.includes('CHECK_AGAIN')) return null;
  return <CheckAgainButton itemId={line.id} version={line.version} onSettled={() => refresh()} />;
}
