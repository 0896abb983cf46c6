import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Packages that only one folder may know, so that replacing one costs one folder (design: the house). */
const EDGES = [
  { folder: 'bot', packages: ['botbuilder', 'botbuilder-*', 'botframework-*', '@microsoft/teams-ai'] },
  { folder: 'storage', packages: ['@azure/*', '!@azure/monitor-opentelemetry'] },
  { folder: 'telemetry', packages: ['@opentelemetry/*', '@azure/monitor-opentelemetry'] },
  { folder: 'http', packages: ['restify', 'restify-*'] },
  {
    folder: 'cards',
    packages: ['adaptivecards', 'adaptivecards/*', 'adaptivecards-templating', 'adaptive-expressions'],
  },
  {
    folder: 'documents',
    packages: [
      'docx',
      'fflate',
      'mammoth',
      'unpdf',
      'unpdf/*',
      'htmlparser2',
      'markdown-it',
      'ical-generator',
      '@cj-tech-master/excelts',
    ],
  },
  { folder: 'privacy', packages: ['personnummer'] },
];

const restricted = (except) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: EDGES.filter((edge) => edge.folder !== except).map((edge) => ({
        group: edge.packages,
        message: `Only src/${edge.folder}/ knows this package. Say what you need as a small interface; main.ts hands it in.`,
      })),
    },
  ],
});

export default tseslint.config(
  { ignores: ['node_modules', 'dist', '.data', 'test-results'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-params': ['error', 4],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  { files: ['src/**/*.ts'], rules: restricted(undefined) },
  ...EDGES.map(({ folder }) => ({ files: [`src/${folder}/**/*.ts`], rules: restricted(folder) })),
  {
    files: ['src/**/*.ts'],
    ignores: ['src/calendar/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time is a parameter: take `now: Date`, or a Clock from src/calendar handed in by main.ts.',
        },
      ],
    },
  },
  { files: ['src/cli/**/*.ts', 'src/local/**/*.ts', 'test/bench/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'writable',
        setTimeout: 'readonly',
      },
    },
  },
);
