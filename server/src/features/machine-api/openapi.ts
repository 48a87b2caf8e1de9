/** The machine API as an OpenAPI 3.1 document, made from the routes and schemas it is served with: what it says is what is checked. */
import { z } from 'zod';
import { problem } from './api.schemas.ts';
import { API_ROUTES, type ApiRoute } from './api-route-list.ts';

const TOKEN_URL = '/oauth/token';

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) },
});
const FILE = { 'image/jpeg': {}, 'image/png': {} };

/** `/orders/:number` as `/orders/{number}`. */
const templated = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}');

const parametersOf = (path: string) =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    ...{ name, in: 'path', required: true },
    schema: name === 'part' ? { enum: ['photo', 'id'] } : { type: 'string' },
  }));

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A UUID: a new one for each action, the same one when it is tried again. Kept seven days.',
  schema: { type: 'string', format: 'uuid' },
};

const KEYED: readonly string[] = [
  ...['apiPlaceOrder', 'apiBlockCard', 'apiApply', 'apiLaterPapers'],
  ...['apiApplyForApproval', 'apiApprovalPapers', 'apiConfirm'],
];
const needsKey = ({ operation }: ApiRoute) => KEYED.includes(operation);

function operationOf(route: ApiRoute) {
  const { operation, scope, summary, status, answer, body, file, path } = route;
  const refused = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: z.toJSONSchema(problem) } },
  };
  const content = file ? FILE : body && json(body, 'input');
  return {
    operationId: operation,
    summary,
    security: [{ machine: [scope] }],
    parameters: [...parametersOf(path), ...(needsKey(route) ? [KEY] : [])],
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: { [status]: { description: summary, content: json(answer, 'output') }, default: refused },
  };
}

export function openApiDocument() {
  const routes: readonly ApiRoute[] = API_ROUTES;
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = templated(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) };
  }
  const scopes = Object.fromEntries(routes.map(({ scope, summary }) => [scope, summary]));
  return {
    openapi: '3.1.0',
    info: { title: 'HMS-kort Desk: machine API', version: '1' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      securitySchemes: {
        machine: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: TOKEN_URL, scopes } } },
      },
    },
  };
}
