import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useT } from '../../i18n/index.ts';
import { useApplicationDesk } from './ApplicationContext.tsx';
import { useDecision } from './DecisionContext.tsx';
import { type DecisionKind, kindsOf } from './decision-draft.rules.ts';

/** What is to happen to a decision that stands: a correction begins with what it says. */
export function KindChoice() {
  const t = useT();
  const { application } = useApplicationDesk();
  const { kind, pickKind } = useDecision();
  const offered = kindsOf(application.status);
  if (kind === null || offered.length < 2) return null;
  return (
    <TextField
      select
      label={t('decisions.kindLabel')}
      value={kind}
      onChange={event => pickKind(event.target.value as DecisionKind)}
      fullWidth
    >
      {offered.map(one => (
        <MenuItem key={one} value={one}>
          {t(`decisions.kind.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
