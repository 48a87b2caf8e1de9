import { type FragmentOf, graphql } from '../../graphql/graphql.ts';

export const schemeSettingsFields = graphql(`
  fragment SchemeSettingsFields on SchemeSettings {
    day
    settings {
      key area kind unit source perScheme least most
      holds { scheme value from changeId }
      born { scheme value from }
    }
    changes {
      id key scheme value validFrom state grounds proposedAt withdrawnReason allowedActions
      proposedBy { name } approvedBy { name } withdrawnBy { name }
    }
  }
`);
export type SchemeSettings = FragmentOf<typeof schemeSettingsFields>;
export type Setting = SchemeSettings['settings'][number];
export type SettingStanding = Setting['holds'][number];
export type SettingChange = SchemeSettings['changes'][number];

export const schemeSettingsQuery = graphql(
  `query SchemeSettings($on: LocalDate) { schemeSettings(on: $on) { ...SchemeSettingsFields } }`,
  [schemeSettingsFields],
);
export const proposeSettingMutation = graphql(
  `mutation ProposeSetting($input: ProposeSettingInput!) { proposeSetting(input: $input) { ...SchemeSettingsFields } }`,
  [schemeSettingsFields],
);
export const approveSettingMutation = graphql(
  `mutation ApproveSetting($id: EntityId!) { approveSetting(id: $id) { ...SchemeSettingsFields } }`,
  [schemeSettingsFields],
);
export const withdrawSettingMutation = graphql(
  `mutation WithdrawSetting($input: WithdrawSettingInput!) { withdrawSetting(input: $input) { ...SchemeSettingsFields } }`,
  [schemeSettingsFields],
);
