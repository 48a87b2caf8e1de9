import { request } from '../../graphql/client.ts';
import type { VariablesOf } from '../../graphql/graphql.ts';
import {
  approveSettingMutation,
  proposeSettingMutation,
  schemeSettingsQuery,
  withdrawSettingMutation,
} from './setting.documents.ts';

/** @param on the day they are asked for; today when null */
export async function getSettings(on: string | null, signal: AbortSignal) {
  return (await request(schemeSettingsQuery, { on }, { signal })).schemeSettings;
}

export async function proposeSetting(input: VariablesOf<typeof proposeSettingMutation>['input']) {
  return (await request(proposeSettingMutation, { input })).proposeSetting;
}

/** Another administrator's proposal; it holds from its day on. */
export async function approveSetting(id: string) {
  return (await request(approveSettingMutation, { id })).approveSetting;
}

/** What is proposed, or approved and not begun. */
export async function withdrawSetting(input: VariablesOf<typeof withdrawSettingMutation>['input']) {
  return (await request(withdrawSettingMutation, { input })).withdrawSetting;
}
