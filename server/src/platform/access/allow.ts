/** Says on every operation who may call it. An operation that says nothing stops the server at start. */
import { Authorized, getMetadataStorage } from 'type-graphql';

export type Rule = { readonly resource: string; readonly action: string } | 'public';

const rules = new Map<object, Map<string, Rule>>();

function remember(prototype: object, method: string | symbol, rule: Rule): void {
  const of = rules.get(prototype) ?? new Map<string, Rule>();
  of.set(String(method), rule);
  rules.set(prototype, of);
}

/** The caller needs a role with this action on this resource; the row itself is checked by the service. */
export function Allow(resource: string, action: string): MethodDecorator {
  const authorized = Authorized(`${resource}|${action}`) as MethodDecorator;
  return (prototype, method, descriptor) => {
    remember(prototype, method, { resource, action });
    return authorized(prototype, method, descriptor);
  };
}

/** Anyone may call it, signed in or not. */
export function Public(): MethodDecorator {
  return (prototype, method) => remember(prototype, method, 'public');
}

/** Every query, mutation and field resolver with its rule. @throws Error naming those that have none */
export function operationRules(): Map<string, Rule> {
  const { queries, mutations, subscriptions, fieldResolvers } = getMetadataStorage();
  const found = new Map<string, Rule>();
  const missing: string[] = [];
  for (const { target, methodName, ...rest } of [
    ...queries,
    ...mutations,
    ...subscriptions,
    ...fieldResolvers,
  ]) {
    const rule = rules.get(target.prototype)?.get(methodName);
    const name = 'schemaName' in rest && rest.schemaName ? rest.schemaName : `${target.name}.${methodName}`;
    if (rule) found.set(name, rule);
    else missing.push(`${target.name}.${methodName}`);
  }
  if (missing.length > 0) throw new Error(`No @Allow or @Public on: ${missing.join(', ')}`);
  return found;
}
