import { request } from '../../graphql/client.ts';
import type { EnumOf, ResultOf, VariablesOf } from '../../graphql/graphql.ts';
import {
  approvalRuleChangesQuery,
  approveExceptionRuleMutation,
  exceptionCatalogueQuery,
  exceptionRuleChangesQuery,
  proposeApprovalRuleMutation,
  proposeExceptionRuleMutation,
  proposeUsualRuleMutation,
  rehearseExceptionRuleQuery,
  rehearseUsualRuleQuery,
  usualRuleChangesQuery,
  withdrawExceptionRuleMutation,
} from './catalogue.documents.ts';

export type Catalogue = ResultOf<typeof exceptionCatalogueQuery>['exceptionCatalogue'];
export type Rehearsal = ResultOf<typeof rehearseExceptionRuleQuery>['rehearseExceptionRule'];
export type UsualRehearsed = ResultOf<typeof rehearseUsualRuleQuery>['rehearseUsualRule'];
export type RuleProposal = VariablesOf<typeof proposeExceptionRuleMutation>['input'];

export type ApprovalProposal = VariablesOf<typeof proposeApprovalRuleMutation>['input'];

/** @param on the day it is asked for; today when null */
export async function getCatalogue(on: string | null, signal: AbortSignal) {
  return (await request(exceptionCatalogueQuery, { on }, { signal })).exceptionCatalogue;
}

export async function getRuleChanges(code: EnumOf<'ExceptionCode'> | null, signal: AbortSignal) {
  return (await request(exceptionRuleChangesQuery, { code }, { signal })).exceptionRuleChanges;
}

/** Of every rule about who orders as usual. */
export async function getUsualChanges(signal: AbortSignal) {
  return (await request(usualRuleChangesQuery, {}, { signal })).usualRuleChanges;
}

export async function proposeUsualRule(input: VariablesOf<typeof proposeUsualRuleMutation>['input']) {
  return (await request(proposeUsualRuleMutation, { input })).proposeUsualRule;
}

export async function proposeRule(input: RuleProposal) {
  return (await request(proposeExceptionRuleMutation, { input })).proposeExceptionRule;
}

/** @param code null: of every approval */
export async function getApprovalChanges(code: EnumOf<'ApprovalCode'> | null, signal: AbortSignal) {
  return (await request(approvalRuleChangesQuery, { code }, { signal })).approvalRuleChanges;
}

export async function proposeApprovalRule(input: ApprovalProposal) {
  return (await request(proposeApprovalRuleMutation, { input })).proposeApprovalRule;
}

/** Another leader's proposal; it holds from its day on. */
export async function approveRule(id: string) {
  return (await request(approveExceptionRuleMutation, { id })).approveExceptionRule;
}

export async function withdrawRule(input: VariablesOf<typeof withdrawExceptionRuleMutation>['input']) {
  return (await request(withdrawExceptionRuleMutation, { input })).withdrawExceptionRule;
}

/** Writes nothing. */
export async function rehearseRule(id: string, signal: AbortSignal) {
  return (await request(rehearseExceptionRuleQuery, { id }, { signal })).rehearseExceptionRule;
}

/** Writes nothing. */
export async function rehearseUsualRule(id: string, signal: AbortSignal) {
  return (await request(rehearseUsualRuleQuery, { id }, { signal })).rehearseUsualRule;
}
