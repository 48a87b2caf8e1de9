/** Who may import whom: docs/decisions/0001-architecture.md. */
const T = { dependencyTypesNot: ['type-only'] };

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: T } },
    {
      name: 'rules-are-pure',
      comment: 'Rules decide; they read nothing and know no library but the one that knows national numbers.',
      severity: 'error',
      from: { path: '^server/.*\\.rules\\.ts$' },
      to: {
        pathNot: [
          '\\.(rules|enums|errors)\\.ts$',
          'platform/calendar/',
          'platform/language\\.ts$',
          'reason-',
          '\\.catalogue\\.ts$',
          'upload-texts',
          '\\.texts\\.(nb|nn|en)\\.ts$',
          '@navikt/fnrvalidator',
          '^(node:)?crypto$',
        ],
        ...T,
      },
    },
    {
      name: 'entity-knows-only-rules',
      severity: 'error',
      from: { path: 'server/src/features/.*\\.entity\\.ts$' },
      to: { path: 'server/src/features/', pathNot: '\\.(entity|rules|enums|errors)\\.ts$', ...T },
    },
    {
      name: 'service-knows-no-graphql',
      severity: 'error',
      from: { path: '\\.(service|readmodel|write|jobs|policy|rules)\\.ts$' },
      to: {
        path: [
          'node_modules/(type-graphql|graphql|@apollo)',
          'platform/graphql/(context|server|jit|scalars)',
          '\\.resolver\\.ts$',
        ],
        ...T,
      },
    },
    {
      name: 'features-meet-at-the-door',
      comment:
        'Another feature is reached by its entity, type, enums, errors, rules, read model, policy or a use-case made for others.',
      severity: 'error',
      // A parts file is a piece of the composition root: it wires what others have built.
      from: { path: 'server/src/features/([^/]+)/', pathNot: '\\.parts\\.ts$' },
      to: {
        path: 'server/src/features/([^/]+)/',
        pathNot: [
          'server/src/features/$1/',
          '\\.(entity|type|input|enums|errors|rules|readmodel|policy|write|service|store)\\.ts$',
          'reason-catalogue\\.ts$',
          'upload-link\\.ts$',
          '/(case-gate|chip-code|ehf-xml|invoice\\.sql|qr-content|qr-picture)\\.ts$',
          '/(case-submission\\.map|order-letter\\.facts|upload-texts|card-check\\.routes|mail\\.row)\\.ts$',
        ],
        ...T,
      },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: 'server/src/platform/' },
      to: { path: 'server/src/(features|app|schema|main)' },
    },
    {
      name: 'adapters-only-from-app',
      severity: 'error',
      from: {
        path: 'server/src/',
        pathNot: [
          'server/src/app\\.ts$',
          '\\.parts\\.ts$',
          '\\.(smtp|filesystem|clamd|http|sandbox)(\\.contract)?(\\.test)?\\.ts$',
          '\\.test\\.ts$',
        ],
      },
      to: { path: '\\.(smtp|filesystem|clamd|http|sandbox)\\.ts$' },
    },
    {
      name: 'the-server-asks-no-sandbox-of-its-own',
      comment:
        'The sandbox stands in for the registers in the demo and the tests; the production server must not be able to.',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['registers/sandbox/', '\\.sandbox\\.ts$', '\\.test\\.ts$'] },
      to: { path: ['registers/sandbox/', '\\.sandbox\\.ts$'] },
    },
    {
      name: 'ui-only-through-schema',
      severity: 'error',
      from: { path: 'admin-ui/' },
      to: { path: '^(server|seeds|test)/' },
    },
    {
      name: 'server-knows-no-seeds-or-tests',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(seeds|test|admin-ui)/' },
    },
    {
      name: 'seeds-know-no-tests',
      severity: 'error',
      from: { path: '^seeds/' },
      to: { path: '^(test|admin-ui)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'server/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
