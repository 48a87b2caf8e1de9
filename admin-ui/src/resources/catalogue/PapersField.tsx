import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useT } from '../../i18n/index.ts';
import type { ExceptionRule } from './catalogue.documents.ts';
import type { Catalogue } from './catalogue.provider.ts';
import type { RuleFormProps } from './ProposeRuleDialog.tsx';
import { TickList } from './TickList.tsx';
import { useRuleWords } from './useRuleWords.ts';

/** Papers nobody asks an applicant for. */
const NEVER_ASKED = ['APPLICATION', 'ENVELOPE', 'APPEAL', 'OTHER'];

/** What is asked for: each line of today can go, papers can be added. */
export function PapersField({
  form,
  change,
  fault,
  catalogue,
  rule,
}: RuleFormProps & { catalogue: Catalogue; rule: ExceptionRule }) {
  const t = useT();
  const words = useRuleWords();
  const asked = rule.requirements.map(({ key, label }) => ({ key, label: words.say(label) }));
  const added = form.added.map(kind => ({ key: kind, label: words.kind(catalogue, kind) }));
  const has = new Set(rule.requirements.map(({ key }) => key));
  const more = catalogue.documentKinds.filter(
    ({ kind }) => !(has.has(kind) || NEVER_ASKED.includes(kind) || form.added.includes(kind)),
  );
  const tick = (chosen: string[]) =>
    change({
      kept: chosen.filter(key => has.has(key)),
      added: form.added.filter(kind => chosen.includes(kind)),
    });
  const add = (chosen: string) => {
    const found = more.find(({ kind }) => kind === chosen);
    if (found) change({ added: [...form.added, found.kind] });
  };
  return (
    <>
      <TickList<string>
        legend={t('catalogue.asks')}
        options={[...asked, ...added]}
        chosen={[...form.kept, ...form.added]}
        fault={fault('requirements')}
        onChange={tick}
      />
      <TextField select label={t('catalogue.addPaper')} value="" onChange={event => add(event.target.value)}>
        {more.map(({ kind, label }) => (
          <MenuItem key={kind} value={kind}>
            {words.say(label)}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}
