/**
 * The import rules of the house (docs/architecture in words: README, "Rooms"): packages stay in their folder, rooms apart and
 * circles out. Imports of types count too.
 */
const FEATURES = 'ask|plan|exit|broadcast|feedback|people|passages|privacy|jobs|publishing|questions|files|backup';
/** Packages that only one folder may know, so that replacing one costs one folder (design: the house). */
const EDGES = {
  bot: ['botbuilder', 'botbuilder-[^/]+', 'botframework-[^/]+', '@microsoft/teams-ai'],
  storage: ['@azure/(?!monitor-opentelemetry(/|$))[^/]+'],
  telemetry: ['@opentelemetry/[^/]+', '@azure/monitor-opentelemetry'],
  http: ['restify', 'restify-[^/]+'],
  cards: ['adaptivecards', 'adaptivecards-templating', 'adaptive-expressions'],
  documents: [
    'docx',
    'fflate',
    'mammoth',
    'unpdf',
    'htmlparser2',
    'markdown-it',
    'ical-generator',
    '@cj-tech-master/excelts',
  ],
  privacy: ['personnummer'],
};

module.exports = {
  forbidden: [
    ...Object.entries(EDGES).map(([folder, packages]) => ({
      name: `only-${folder}-knows-these-packages`,
      comment: `Only src/${folder}/ knows this package. Say what you need as a small interface; main.ts hands it in.`,
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/${folder}/` },
      // Also one that is not installed, which has no path.
      to: { path: `(^|^node_modules/|^node_modules/@types/)(${packages.join('|')})(/|$)` },
    })),
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'features-know-no-edge',
      comment: 'A feature names what it needs as a small interface; main.ts hands it in.',
      severity: 'error',
      from: { path: `^src/(${FEATURES})/` },
      to: {
        path: '^src/(bot|storage|cards|http|cli|local|knowledge|telemetry)/|^src/(main|worker|config)\\.ts$|^src/composition/',
      },
    },
    {
      name: 'features-only-through-the-door',
      comment: "Another feature's index.ts is its door.",
      severity: 'error',
      from: { path: `^src/(${FEATURES})/` },
      to: { path: `^src/(${FEATURES})/(?!index\\.ts$)`, pathNot: '^src/$1/' },
    },
    {
      name: 'features-only-downwards',
      comment:
        'plan, exit -> broadcast -> people; publishing -> questions -> broadcast, feedback -> ask -> people. ask and jobs import no feature but people.',
      severity: 'error',
      from: { path: '^src/(people|ask|jobs)/' },
      to: {
        path: '^src/(plan|exit|broadcast|feedback|ask|jobs|passages|privacy|publishing|questions)/',
        pathNot: '^src/$1/',
      },
    },
    {
      name: 'storage-knows-no-edge',
      severity: 'error',
      from: { path: '^src/storage/' },
      to: { path: '^src/(bot|cards|http|cli|local)/' },
    },
    {
      name: 'cards-know-no-handler',
      severity: 'error',
      from: { path: '^src/cards/' },
      to: { path: '^src/(bot|storage|http|local)/' },
    },
    {
      name: 'bot-knows-no-storage',
      severity: 'error',
      from: { path: '^src/bot/' },
      to: { path: '^src/(storage|http|cli|local)/' },
    },
    {
      name: 'http-knows-no-bot',
      severity: 'error',
      from: { path: '^src/http/' },
      to: { path: '^src/(bot|storage|cards)/' },
    },
    {
      name: 'documents-know-formats-only',
      severity: 'error',
      from: { path: '^src/documents/' },
      to: { path: '^src/', pathNot: '^src/documents/' },
    },
    {
      name: 'telemetry-is-told',
      comment:
        'It knows no part of the bot, and only the composition root tells it of them (src/composition/telling.ts).',
      severity: 'error',
      from: { path: '^src/telemetry/' },
      to: { path: '^src/', pathNot: '^src/telemetry/|^src/(errors|log)\\.ts$' },
    },
    {
      name: 'only-the-composition-tells-telemetry',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(telemetry|composition)/' },
      to: { path: '^src/telemetry/' },
    },
    {
      name: 'calendar-and-actions-are-ground',
      severity: 'error',
      from: { path: '^src/(calendar|actions)/' },
      to: { path: '^src/', pathNot: '^src/(calendar|actions|people)/|^src/errors\\.ts$' },
    },
    { name: 'src-knows-no-test', severity: 'error', from: { path: '^src/' }, to: { path: '^test/' } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/(main|worker|cli/|local/)'] },
      to: {},
    },
    {
      name: 'no-dev-packages',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(local|cli)/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
