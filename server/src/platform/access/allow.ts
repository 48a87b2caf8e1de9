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

/** A field read straight off its row never asks its guards, and nobody would notice. @throws Error naming such fields */
export function requireGuardsThatWork(): void {
  const { fields, objectTypes, authorizedFields, middlewares } = getMetadataStorage();
  const guarded = [...authorizedFields, ...middlewares];
  const silent = fields.filter(({ target, name, simple }) => {
    const read = simple ?? objectTypes.find(type => type.target === target)?.simpleResolvers ?? false;
    return read && guarded.some(guard => guard.target === target && guard.fieldName === name);
  });
  if (silent.length === 0) return;
  const names = silent.map(({ target, name }) => `${target.name}.${name}`);
  throw new Error(`A guard on a simple field is never asked; say simple: false on: ${names.join(', ')}`);
}
