import { useT } from '../../i18n/index.ts';
import { announce } from '../../shared/announce.ts';
import type { BenchDesk } from './useBenchDesk.ts';
import type { Blur } from './useBlur.ts';

/** What the buttons and the keys do; a press that is not possible now says why. */
export function useBenchActions(desk: BenchDesk, blur: Blur) {
  const t = useT();
  const { choice, dispatch, decision, mode, busy } = desk;
  const picked = choice.picked.length;
  // Between a decision and the next case nothing may be decided twice.
  const working = mode === 'WORK' && !busy && !decision.isSuccess;
  const refuse = (what: 'APPROVE' | 'REJECT') => {
    announce(
      what === 'APPROVE' ? t('bench.cannotApprove', { smart_count: picked }) : t('bench.cannotReject'),
    );
    dispatch({ type: 'REFUSE', decision: what });
  };
  /** Nobody decides on a pair that lies covered: the first press opens it. */
  const opensFirst = () => {
    if (blur.covered) {
      blur.open();
      announce(t('bench.openedFirst'));
    }
    return blur.covered;
  };
  const approve = () => {
    if (!working || opensFirst()) return;
    if (picked > 0) refuse('APPROVE');
    else decision.mutate('APPROVE');
  };
  const reject = () => {
    if (!working || opensFirst()) return;
    if (picked === 0) refuse('REJECT');
    else decision.mutate('REJECT');
  };
  const undoLast = () => {
    const [latest] = desk.undoList.offers;
    if (!latest) announce(t('bench.nothingToUndo'));
    else if (!desk.undo.isPending) desk.undo.mutate(latest);
  };
  const compare = () => {
    if (desk.bench.submission && desk.bench.previous) desk.setComparing(!desk.comparing);
    else announce(t('bench.previous.none'));
  };
  return {
    ...{ approve, reject, undoLast, compare },
    main: picked > 0 ? reject : approve,
    skip: () => {
      if (working) desk.setDialog('SKIP');
    },
  };
}

export type BenchActions = ReturnType<typeof useBenchActions>;
