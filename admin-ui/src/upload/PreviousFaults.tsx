import { ExclamationmarkTriangleFillIcon } from '@navikt/aksel-icons';
import { useText } from './TextContext.tsx';
import type { PreviousAttempt } from './upload.types.ts';

interface PreviousFaultsProps {
  previous: PreviousAttempt;
}

export function PreviousFaults({ previous }: PreviousFaultsProps) {
  const { t, language } = useText();
  return (
    <section className="alert warn" aria-labelledby="previous">
      <ExclamationmarkTriangleFillIcon aria-hidden />
      <div>
        <h2 id="previous" className="alert-title">
          {t('previousTitle')}
        </h2>
        <ul className="faults">
          {previous.reasons.map(({ code, part, texts }) => (
            <li key={`${code} ${part}`}>
              <b>{texts[language].label}</b>
              <p>{texts[language].remedy}</p>
            </li>
          ))}
        </ul>
        {previous.comment && (
          <p className="comment">
            {t('previousComment')} <q>{previous.comment}</q>
          </p>
        )}
      </div>
    </section>
  );
}
