import { useT } from '../../i18n/index.ts';
import type { ChangeKind } from '../../shared/changes/change.ts';
import { useWhen } from '../../shared/useWhen.ts';
import type { SchemeSettings, SettingChange } from './setting.documents.ts';
import { approveSetting, withdrawSetting } from './setting.provider.ts';
import { KEYS } from './useSettings.ts';
import { useSettingWords } from './useSettingWords.ts';

/** How a change of a rule of the scheme is told. */
export function useSettingChanges({ settings }: Pick<SchemeSettings, 'settings'>): ChangeKind<SettingChange> {
  const t = useT();
  const when = useWhen();
  const words = useSettingWords();
  const value = (change: SettingChange) => {
    const setting = settings.find(({ key }) => key === change.key);
    const said = setting ? words.value(setting, change.value) : change.value;
    return change.scheme ? `${said} (${words.scheme(change.scheme)})` : said;
  };
  const name = ({ key }: SettingChange) => t(`settings.name.${key}`);
  return {
    name,
    to: ({ key }) => `/rules/${key}`,
    line: change =>
      t('settings.line', {
        value: value(change),
        day: words.from(change.validFrom),
        name: change.proposedBy.name,
        when: when(change.proposedAt),
      }),
    about: change => `${name(change)}, ${value(change)}`,
    approve: ({ id }) => approveSetting(id),
    withdraw: ({ id }, reason) => withdrawSetting({ id, reason }),
    keys: KEYS,
  };
}
