import Button from '@mui/material/Button';
import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../shared/Kbd.tsx';
import { SrOnly } from '../../shared/SrOnly.tsx';
import type { BenchActions } from './useBenchActions.ts';
import type { BenchDesk } from './useBenchDesk.ts';

const WHY = 'bench-why-not';

/** The filled button approves until a reason is picked, then it rejects; the other one says why it cannot be pressed. */
export function DecideButtons({ desk, actions }: { desk: BenchDesk; actions: BenchActions }) {
  const t = useT();
  const picked = desk.choice.picked.length;
  const why = picked > 0 ? t('bench.cannotApprove', { smart_count: picked }) : t('bench.cannotReject');
  const rejecting = desk.final
    ? t('bench.stopWith', { smart_count: picked })
    : t('bench.rejectWith', { smart_count: picked });
  const [off, main] =
    picked > 0
      ? [
          { text: t('bench.approve'), key: 'G', press: actions.approve },
          { text: rejecting, key: 'A', press: actions.reject },
        ]
      : [
          { text: t('bench.reject'), key: 'A', press: actions.reject },
          { text: t('bench.approve'), key: 'G', press: actions.approve },
        ];
  return (
    <>
      <Button
        variant="outlined"
        aria-disabled
        aria-describedby={WHY}
        aria-keyshortcuts={off.key}
        title={why}
        onClick={off.press}
      >
        {off.text} <Kbd>{off.key}</Kbd>
      </Button>
      <SrOnly>
        <span id={WHY}>{why}</span>
      </SrOnly>
      <Button
        variant="contained"
        onClick={main.press}
        aria-disabled={desk.busy}
        aria-keyshortcuts={main.key}
        sx={{ minWidth: { lg: 176 } }}
      >
        {main.text} <Kbd>{main.key}</Kbd>
      </Button>
    </>
  );
}
