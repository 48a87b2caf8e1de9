import { ChevronDownIcon, GlobeIcon } from '@navikt/aksel-icons';
import { LANGUAGES } from './language.ts';
import { useText } from './TextContext.tsx';
import type { Language } from './upload.types.ts';

interface MastheadProps {
  onLanguage: (language: Language) => void;
}

export function Masthead({ onLanguage }: MastheadProps) {
  const { t, language } = useText();
  return (
    <header className="masthead">
      <div className="masthead-inner">
        <span className="brand">
          <CardMark />
          HMS-kort
        </span>
        <span className="language">
          <GlobeIcon aria-hidden />
          <select
            aria-label={t('language')}
            value={language}
            onChange={event => onLanguage(event.target.value as Language)}
          >
            {LANGUAGES.map(({ code, name }) => (
              <option key={code} value={code} lang={code}>
                {name}
              </option>
            ))}
          </select>
          <ChevronDownIcon aria-hidden />
        </span>
      </div>
    </header>
  );
}

function CardMark() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" className="mark">
      <rect x="1" y="4" width="26" height="20" rx="4" className="mark-card" />
      <circle cx="9.5" cy="12" r="3" className="mark-ink" />
      <path d="M4.8 20c.5-2.9 2.3-4.3 4.7-4.3s4.2 1.4 4.7 4.3z" className="mark-ink" />
      <path d="M16.5 14l2.4 2.4 4.6-5" className="mark-tick" />
    </svg>
  );
}
