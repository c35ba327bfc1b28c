/** Imports point inward: db → shared, server → shared and db, web → shared; the core imports only itself. */

/** @type {(name: string, from: string, allowed: string) => import('dependency-cruiser').IForbiddenRuleType} */
const layer = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(shared|db|server|web|test|scripts)/', pathNot: `^(${allowed})/` },
})

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    layer('shared-is-leaf', 'shared', 'shared'),
    layer('db-on-shared', 'db', 'db|shared'),
    layer('server-on-db-and-shared', 'server', 'server|db|shared'),
    layer('web-on-shared', 'web', 'web|shared'),
    {
      name: 'shared-without-platform',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-no-pkg'], pathNot: '^node_modules/typebox/' },
    },
    {
      name: 'production-without-dev-packages',
      severity: 'error',
      from: { path: '^(shared|db|server)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.svelte', '.mjs', '.js', '.json'],
    },
  },
}
