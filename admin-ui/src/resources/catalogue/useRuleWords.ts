import { useFormat, useLanguage, useT } from '../../i18n/index.ts';
import type { Line } from '../../shared/changes/ChangedLines.tsx';
import type { ExceptionRule, UsualRule } from './catalogue.documents.ts';
import type { Catalogue } from './catalogue.provider.ts';

type Words = ExceptionRule['name'];

function useLasts() {
  const t = useT();
  return ({ validity: { kind, months, roles, deleteAfter, date } }: ExceptionRule): string => {
    const time = t('catalogue.months', { smart_count: months ?? 0 });
    switch (kind) {
      case 'CARD_EXPIRY':
        return t('catalogue.lasts.card', { time });
      case 'WHILE_ROLE':
        return t('catalogue.lasts.role', { roles: roles.join(', ') });
      case 'MONTHS':
        return deleteAfter ? t('catalogue.lasts.deleted', { time }) : time;
      case 'DOCUMENT_DATE':
        return t(`catalogue.dates.${date ?? 'PERMIT_END'}`);
      case 'UNTIL_WITHDRAWN':
        return t('catalogue.lasts.withdrawn');
    }
  };
}

/** A rule in words, in the language of the page. */
export function useRuleWords() {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const say = (words: Words) => words[language];
  const none = t('catalogue.none');
  const lasts = useLasts();
  const signed = ({ fourEyesOn }: ExceptionRule) =>
    fourEyesOn.map(outcome => t(`catalogue.outcomes.${outcome}`)).join(', ') || none;
  /** What the rule says, line by line; a change is shown as the lines that differ. */
  const lines = (rule: ExceptionRule): Line[] => [
    [t('catalogue.name'), say(rule.name)],
    [t('catalogue.who'), say(rule.who)],
    [t('catalogue.asks'), rule.requirements.map(({ label }) => say(label)).join(' · ')],
    [t('catalogue.channel'), t(`catalogue.channels.${rule.channels}`)],
    [t('catalogue.validity'), lasts(rule)],
    [t('catalogue.law'), t(`catalogue.legal.${rule.legalReference}`)],
    [t('catalogue.signature'), signed(rule)],
    [
      t('catalogue.turnover'),
      rule.turnoverNok === null ? none : t('catalogue.kroner', { amount: format.number(rule.turnoverNok) }),
    ],
    [
      t('catalogue.newFirm'),
      rule.newFirmMonths === null ? none : t('catalogue.months', { smart_count: rule.newFirmMonths }),
    ],
  ];
  return {
    ...{ say, lasts, lines },
    /** What stands below its name; nothing where there is nothing to say. */
    told: (rule: ExceptionRule): Line[] =>
      lines(rule)
        .slice(2)
        .filter(([, value]) => value !== none),
    kind: ({ documentKinds }: Pick<Catalogue, 'documentKinds'>, kind: string): string => {
      const found = documentKinds.find(one => one.kind === kind);
      return found ? say(found.label) : kind;
    },
  };
}

/** Who orders as usual, in words. */
export function useUsualWords() {
  const t = useT();
  const language = useLanguage();
  const lines = ({ name, sectorCodes, industryCodes, forms }: UsualRule): Line[] => [
    [t('catalogue.name'), name[language]],
    [t('catalogue.sectorCodes'), sectorCodes.join(', ')],
    [t('catalogue.industryCodes'), industryCodes.join(', ')],
    [t('catalogue.forms'), forms.join(', ')],
  ];
  return {
    lines,
    /** What stands below its name. */
    told: (rule: UsualRule): Line[] =>
      lines(rule)
        .slice(1)
        .filter(([, codes]) => codes !== ''),
  };
}
