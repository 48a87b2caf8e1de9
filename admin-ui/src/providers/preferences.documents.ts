import { graphql } from '../graphql/graphql.ts';

export const savePreferencesMutation = graphql(`
  mutation SavePreferences($preferences: StoredJson!) { savePreferences(preferences: $preferences) }
`);
