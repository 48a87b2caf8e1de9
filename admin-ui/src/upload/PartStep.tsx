import { CheckmarkHeavyIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { DropZone } from './DropZone.tsx';
import { PickedPart } from './PickedPart.tsx';
import { SendingPart } from './SendingPart.tsx';
import type { SizeLimits } from './sniff.ts';
import { useText } from './TextContext.tsx';
import type { PartView } from './upload.state.ts';
import type { Part } from './upload.types.ts';
import type { UploadFormControl } from './useUploadForm.ts';

interface PartStepProps {
  part: Part;
  number: number;
  form: UploadFormControl;
  limits: SizeLimits;
  children: ReactNode;
}

export function PartStep({ part, number, form, limits, children }: PartStepProps) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const view = form.state.parts[part];
  const phase = phaseOf(view);
  useKeptFocus(heading, phase);
  const done = phase === 'STORED';
  return (
    <section className="step" aria-labelledby={`step-${part}`}>
      <div className="step-head">
        <span className={done ? 'badge done' : 'badge'} aria-hidden="true">
          {done ? <CheckmarkHeavyIcon /> : number}
        </span>
        <h2 id={`step-${part}`} ref={heading} tabIndex={-1}>
          <span className="sr">{done ? t('stepDone') : t('step', { number })} </span>
          {t(part)}
        </h2>
      </div>
      {phase === 'SENDING' && (
        <SendingPart part={part} view={view} onRetry={form.retry} onCancel={form.cancel} />
      )}
      {phase === 'STORED' && (
        <PickedPart part={part} view={view} onFile={file => form.pick(part, file)} onRemove={form.remove} />
      )}
      {phase === 'EMPTY' && <DropZone part={part} limits={limits} onFile={file => form.pick(part, file)} />}
      <Fault view={view} />
      <p role="status" className="sr">
        {phase === 'STORED' && t('uploaded')}
      </p>
      {children}
    </section>
  );
}

type Phase = 'EMPTY' | 'SENDING' | 'STORED';

function phaseOf(view: PartView): Phase {
  if (view.sending) return 'SENDING';
  return view.stored ? 'STORED' : 'EMPTY';
}

/** The control that was just used disappears with its phase; its step's heading then takes the focus over. */
function useKeptFocus(heading: RefObject<HTMLHeadingElement | null>, phase: Phase): void {
  const before = useRef(phase);
  useEffect(() => {
    if (before.current !== phase && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
    before.current = phase;
  }, [heading, phase]);
}

function Fault({ view }: { view: PartView }) {
  const { t, language } = useText();
  const fault = view.fault?.[language];
  return (
    <div role="alert">
      {fault && (
        <div className="alert bad">
          <XMarkOctagonFillIcon aria-hidden />
          <div>
            <b>{fault.label}</b>
            <p>{fault.remedy}</p>
          </div>
        </div>
      )}
      {view.removalFailed && <p className="alert bad">{t('removalFailed')}</p>}
    </div>
  );
}
