import { useText } from './TextContext.tsx';

interface HeadgearChoiceProps {
  checked: boolean;
  onChange: (value: boolean) => void;
}

/** Yes or no, and never why: neither religion nor illness is asked for or stored. */
export function HeadgearChoice({ checked, onChange }: HeadgearChoiceProps) {
  const { t } = useText();
  return (
    <div className="check">
      <input
        id="headgear"
        type="checkbox"
        checked={checked}
        aria-describedby="headgear-hint"
        onChange={event => onChange(event.target.checked)}
      />
      <div>
        <label htmlFor="headgear">{t('headgear')}</label>
        <p id="headgear-hint" className="small muted">
          {t('headgearHint')}
        </p>
      </div>
    </div>
  );
}
