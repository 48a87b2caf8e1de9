import Button from '@mui/material/Button';
import { useT } from '../i18n/index.ts';
import { Kbd } from './Kbd.tsx';
import type { Queue } from './queues.ts';
import { useTakeNext } from './useTakeNext.ts';

/** The way in to the work. `T` does the same anywhere (from every queue; a list's button takes from its own). */
export function TakeNextButton({ queue }: { queue?: Queue }) {
  const t = useT();
  const { takeNext, allowed, isPending } = useTakeNext(queue);
  if (!allowed) return null;
  return (
    <Button variant="contained" onClick={takeNext} aria-disabled={isPending} aria-keyshortcuts="T">
      {t('shared.takeNext')} <Kbd>T</Kbd>
    </Button>
  );
}
