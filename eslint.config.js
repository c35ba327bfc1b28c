import regexp from 'eslint-plugin-regexp'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

/**
 * Forbids imports whose specifier matches. Type-only imports in components are erased before dependency-cruiser sees
 * them, so the layer rules stand here too.
 * @param {...{ regex: string, message: string }} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const forbidImports = (...patterns) => ({
  'no-restricted-imports': ['error', { patterns }],
})

/**
 * @param {string} folders alternatives of a regular expression
 * @param {string} message
 */
const layers = (folders, message) => ({ regex: `(^|[/#])(${folders})/`, message })

/** @param {string} names */
const words = (names) => names.trim().split(/\s+/)

const outsideTheCore = words(`
  Date performance process console globalThis window navigator crypto fetch Intl Buffer structuredClone
  setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame
`)

// ECMAScript leaves the last bits of these to the engine; shared/detmath.ts has the ones that agree everywhere.
const engineDependentMaths = words(`
  random exp expm1 log log1p log2 log10 pow cbrt hypot
  sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh
`)

const localeDependent = words('localeCompare toLocaleString toLocaleUpperCase toLocaleLowerCase')

/** @type {import('eslint').Linter.Config} */
const core = {
  files: ['shared/**/*.ts'],
  rules: {
    ...forbidImports(
      {
        regex: '^(?!\\.{1,2}/|#shared/|typebox($|/))',
        message: 'The core imports only itself and its schema library.',
      },
      layers('server|db|web|test|scripts', 'The core imports only itself.'),
    ),
    'no-restricted-globals': [
      'error',
      ...outsideTheCore.map((name) => ({ name, message: 'The core has no clock, no dice and no platform.' })),
    ],
    'no-restricted-properties': [
      'error',
      ...engineDependentMaths.map((property) => ({
        object: 'Math',
        property,
        message: 'Differs between engines; take it from shared/detmath.ts or shared/dice.ts.',
      })),
      ...localeDependent.map((property) => ({ property, message: 'Differs between machines.' })),
    ],
    'no-restricted-syntax': [
      'error',
      { selector: "BinaryExpression[operator='**']", message: '** is Math.pow; take it from shared/detmath.ts.' },
      { selector: "AssignmentExpression[operator='**=']", message: '**= is Math.pow; take it from shared/detmath.ts.' },
    ],
  },
}

/** @type {import('eslint').Linter.Config} */
const log = {
  files: ['db/**/*.ts'],
  rules: {
    ...forbidImports(layers('server|web|test|scripts', 'The log knows the core and nothing else of this house.')),
    'no-restricted-syntax': [
      'error',
      {
        selector:
          'CallExpression[callee.property.name=/^(prepare|exec)$/] > TemplateLiteral > .expressions:not(Identifier[name=/^[A-Z_]+$/]):not(CallExpression[arguments.0.name=/^[A-Z_]+$/])',
        message: 'Only constants of this file become part of a statement; values are bound.',
      },
      {
        selector: 'CallExpression[callee.property.name=/^(prepare|exec)$/] > BinaryExpression',
        message: 'A statement is written in one piece; values are bound.',
      },
    ],
  },
}

/**
 * What a text from outside could keep busy for minutes.
 * @type {import('eslint').Linter.Config}
 */
const patterns = {
  files: ['{shared,db,server,web}/**/*.{ts,svelte}'],
  plugins: { regexp },
  rules: { 'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }] },
}

const server = {
  files: ['server/**/*.ts'],
  rules: forbidImports(layers('web|test|scripts', 'The server serves the built pages as files, it imports none.')),
}

/** @type {import('eslint').Linter.Config} */
const web = {
  files: ['web/**/*.ts', 'web/**/*.svelte'],
  rules: {
    ...forbidImports(layers('server|db|test|scripts', 'Screens know the core and the messages of shared/protocol.'), {
      regex: '^(node:|#db/)',
      message: 'Runs in a browser.',
    }),
    'no-restricted-properties': [
      'error',
      ...['randomUUID', 'subtle'].map((property) => ({
        object: 'crypto',
        property,
        message: 'Missing on a page served over plain http to another machine.',
      })),
    ],
  },
}

export default defineConfig(
  globalIgnores(['web/dist', 'node_modules', 'data', '.cache', '.svelte-check']),
  tseslint.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'no-var': 'error',
      'object-shorthand': ['error', 'properties'],
      'prefer-const': ['error', { destructuring: 'all' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-array-sort-compare': 'error',
      // Fastify tells plugins and hooks of one kind from the other by their being async.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      'prefer-const': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$derived'] }],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    // The linter does not read the casts of JSDoc; the compiler does.
    rules: { '@typescript-eslint/no-unsafe-return': 'off', '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  core,
  log,
  patterns,
  server,
  web,
)
