import { CheckmarkCircleFillIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons';
import { useText } from './TextContext.tsx';
import type { MessageKey } from './upload.messages.ts';

interface Example {
  file: string;
  text: MessageKey;
  right?: boolean;
}

const MAIN: readonly Example[] = [
  { file: 'good', text: 'exampleGood', right: true },
  { file: 'shadow', text: 'exampleShadow' },
  { file: 'glasses', text: 'exampleGlasses' },
  { file: 'dark', text: 'exampleDark' },
];
const MORE: readonly Example[] = [
  { file: 'headgear', text: 'exampleHeadgear' },
  { file: 'turned', text: 'exampleTurned' },
];
const RULES: readonly MessageKey[] = ['ruleFace', 'ruleVisible', 'ruleGlasses', 'ruleLight', 'ruleNow'];

export function PhotoRules() {
  const { t } = useText();
  return (
    <>
      <Examples examples={MAIN} />
      <details>
        <summary>{t('rulesOpen')}</summary>
        <ul className="rules">
          {RULES.map(rule => (
            <li key={rule}>{t(rule)}</li>
          ))}
        </ul>
        <Examples examples={MORE} />
      </details>
    </>
  );
}

function Examples({ examples }: { examples: readonly Example[] }) {
  const { t } = useText();
  return (
    <ul className="examples" aria-label={t('examples')}>
      {examples.map(({ file, text, right = false }) => (
        <li key={file}>
          <span className="example">
            <img src={`/examples/${file}.svg`} alt="" width={300} height={400} />
            <span className={right ? 'verdict right' : 'verdict wrong'} aria-hidden="true">
              {right ? <CheckmarkCircleFillIcon /> : <XMarkOctagonFillIcon />}
            </span>
          </span>
          <span className="sr">{t(right ? 'exampleRight' : 'exampleWrong')} </span>
          {t(text)}
        </li>
      ))}
    </ul>
  );
}
