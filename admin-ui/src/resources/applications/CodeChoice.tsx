import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/index.ts';
import { Section } from '../../shared/Section.tsx';
import type { ApplicationOptions, ExceptionRule } from './application.documents.ts';
import type { ApplicationForm } from './application-form.rules.ts';
import { useKindName, useWords } from './application-words.ts';
import { registers } from './list-filter.rules.ts';

interface CodeChoiceProps {
  rules: readonly ExceptionRule[];
  line: ApplicationOptions | null;
  chosen: ApplicationForm['code'];
  onChoose: (code: ExceptionRule['code']) => void;
}

/** Which exception it is about: first those that could cure the order line, each with who it is for. */
export function CodeChoice({ rules, line, chosen, onChoose }: CodeChoiceProps) {
  const t = useT();
  const proposed = line?.proposals ?? [];
  const isProposed = ({ code }: ExceptionRule) => proposed.some(one => one.code === code);
  const ruleOf = (code: ExceptionRule['code']) => rules.find(rule => rule.code === code);
  return (
    <Section title={t('applications.form.code')}>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 3 }}>
        <RadioGroup
          aria-label={t('applications.form.code')}
          value={chosen}
          onChange={(_, code) => onChoose(code as ExceptionRule['code'])}
        >
          {line && proposed.length > 0 && (
            <Group heading={t('applications.form.codeFor', { number: `${line.orderNumber}-${line.line}` })}>
              {proposed.map(({ code, ruledOut }) => {
                const rule = ruleOf(code);
                const note = ruledOut
                  ? t('applications.form.ruledOut', { why: ruledOut })
                  : t('applications.form.mightFit');
                return rule && <Code key={code} rule={rule} note={note} />;
              })}
            </Group>
          )}
          {registers.map(register => {
            const others = rules.filter(rule => rule.register === register && !isProposed(rule));
            if (others.length === 0) return null;
            return (
              <Group key={register} heading={t(`applications.register.${register}`)}>
                {others.map(rule => (
                  <Code key={rule.code} rule={rule} />
                ))}
              </Group>
            );
          })}
        </RadioGroup>
        <div role="status">
          <Explanation rule={chosen ? (ruleOf(chosen) ?? null) : null} />
        </div>
      </Box>
    </Section>
  );
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Box role="group" aria-label={heading} sx={{ mb: 1 }}>
      <Typography variant="caption" component="p" sx={{ color: 'desk.text2' }}>
        {heading}
      </Typography>
      {children}
    </Box>
  );
}

function Code({ rule, note }: { rule: ExceptionRule; note?: string }) {
  const words = useWords();
  return (
    <Box>
      <FormControlLabel value={rule.code} control={<Radio size="small" />} label={words(rule.name)} />
      {note && (
        <Typography variant="caption" component="p" sx={{ color: 'desk.text2', pl: 4, mt: -0.5 }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}

/** Who it is for, which papers it takes, how they may come, and how long it lasts. */
function Explanation({ rule }: { rule: ExceptionRule | null }) {
  const t = useT();
  const words = useWords();
  const kindName = useKindName();
  if (!rule)
    return <Typography sx={{ color: 'desk.text2' }}>{t('applications.form.unknownCode')}</Typography>;
  const or = ` ${t('applications.form.or')} `;
  const { validity } = rule;
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.25, alignContent: 'start' }}>
      <Line label={t('applications.form.who')}>{words(rule.who)}</Line>
      <Line label={t('applications.form.papers')}>
        <Box component="ul" sx={{ m: 0, pl: 2.25 }}>
          {rule.requirements.map(({ key, label, alternatives }) => (
            <li key={key}>
              {words(label)}
              {alternatives.length > 1 && (
                <Typography variant="caption" component="div" sx={{ color: 'desk.text2' }}>
                  {alternatives.map(kinds => kinds.map(kindName).join(' + ')).join(or)}
                </Typography>
              )}
            </li>
          ))}
        </Box>
      </Line>
      <Line label={t('applications.form.channels')}>{t(`applications.form.${rule.channels}`)}</Line>
      <Line label={t('applications.form.validity')}>
        {t(`applications.form.validityIs.${validity.kind}`, { n: validity.months ?? 0 })}
      </Line>
    </Box>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Typography component="dt" variant="caption" sx={{ color: 'desk.text2' }}>
        {label}
      </Typography>
      <Box component="dd" sx={{ m: 0 }}>
        {children}
      </Box>
    </div>
  );
}
