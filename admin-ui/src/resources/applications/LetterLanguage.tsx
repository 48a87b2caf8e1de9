import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type Language, languages, useT } from '../../i18n/index.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { useDecision } from './DecisionContext.tsx';

/** To read the letter in another language; it is sent in the recipient's own. */
export function LetterLanguage() {
  const t = useT();
  const { application } = useApplicationDesk();
  const { letterLanguage, readIn } = useDecision();
  const own = application.language;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'desk.text2', fontSize: 12 }}>
      {letterLanguage !== own && t('decisions.sentIn', { language: t(`enums.language.${own}`) })}
      <ToggleButtonGroup
        exclusive
        size="small"
        value={letterLanguage}
        onChange={(_, next: Language | null) => next && readIn(next)}
        aria-label={t('decisions.readIn')}
      >
        {languages.map(({ code, name }) => (
          <ToggleButton
            key={code}
            value={code}
            aria-label={`${code} ${name}`}
            sx={{ py: 0, minHeight: 24, minWidth: 32 }}
          >
            {code}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  );
}
