/**
 * "Who may import whom" of docs/architecture, as rules. Levels, lower may not know higher:
 *   0 browser-safe · 1 adapters · 2 readers · 3 writers · 4 edges · 5 pages and browser
 * Tests stand outside the levels (they may look anywhere), but not outside the rule against cycles.
 * tests/boundaries.test.ts proves that these rules read the tree and that planted violations fail.
 */

const TEST = '\\.test\\.tsx?$';
const PACKAGE = (/** @type {string} */ names) => `(^|/)node_modules/(@types/)?(${names})(/|$)`;

const LEVEL_0 = '^lib/(schemas/|rules/|realtime/(protocol|rooms)(\\.|/)|errors\\.)';
const LEVEL_1 =
  '^lib/((?!errors)[^/]+\\.ts$|(db|auth|email|ai|channels|search|files|html|jobs|events|simulation|system|lab)/)';
const LEVEL_2 = '^lib/(presenters/|queries/|realtime/(?!protocol|rooms|attach))';
const LEVEL_3 = '^lib/commands/';
const LEVEL_4 = '^(lib/api/|lib/realtime/attach|worker/|server\\.ts$|prisma/|scripts/|e2e/|bench/|tests/)';
const LEVEL_5 = '^(app|components)/';
const above = (/** @type {string[]} */ ...levels) => levels.join('|');

/** What only runs on a server: never wanted in a browser's bundle. */
const SERVER_PACKAGES =
  'bullmq|ioredis|pg|@prisma/.*|prisma|nodemailer|smtp-server|socket\\.io|@socket\\.io/.*|@hono/node-server|pino|prom-client|@node-rs/.*|rate-limiter-flexible|postal-mime|csv-parse|jose|@google/.*';

const levels = [
  {
    name: 'level-0-browser-safe',
    comment:
      'schemas, rules, protocol, rooms and errors run in the browser too: each other, zod and dates, nothing else.',
    severity: 'error',
    from: { path: LEVEL_0, pathNot: TEST },
    to: { pathNot: [LEVEL_0, PACKAGE('zod|date-fns|@date-fns/tz')] },
  },
  {
    name: 'level-1-adapters',
    comment: 'An adapter knows one library, not our readers, writers or edges.',
    severity: 'error',
    from: { path: LEVEL_1, pathNot: TEST },
    to: { path: above(LEVEL_2, LEVEL_3, LEVEL_4, LEVEL_5) },
  },
  {
    name: 'level-2-readers',
    comment: 'Queries, presenters and publishers never write and know no edge.',
    severity: 'error',
    from: { path: LEVEL_2, pathNot: TEST },
    to: { path: above(LEVEL_3, LEVEL_4, LEVEL_5) },
  },
  {
    name: 'level-3-writers',
    comment: 'Commands are called by edges; they know none.',
    severity: 'error',
    from: { path: LEVEL_3, pathNot: TEST },
    to: { path: above(LEVEL_4, LEVEL_5) },
  },
  {
    name: 'command-calls-no-command',
    comment: 'One verb, one transaction: what two commands share is a step that takes tx.',
    severity: 'error',
    from: { path: LEVEL_3, pathNot: TEST },
    to: { path: LEVEL_3, pathNot: '/steps/' },
  },
  {
    name: 'edges-know-no-page',
    comment: 'Next finds pages by itself; an edge that imports one turns the house round.',
    severity: 'error',
    from: { path: LEVEL_4, pathNot: [TEST, '^(e2e|tests)/'] },
    to: { path: LEVEL_5 },
  },
  {
    name: 'edges-apart',
    comment: 'API and worker meet in the database and the queue; only server.ts puts edges together.',
    severity: 'error',
    from: { path: '^(lib/api/|lib/realtime/attach|worker/)', pathNot: TEST },
    to: { path: '^(lib/api/|worker/|server\\.ts$)', pathNot: '^$1' },
  },
  {
    name: 'lib-has-a-level',
    comment: 'A new folder in lib says above which level it is of, or nothing watches it.',
    severity: 'error',
    from: { path: '^lib/', pathNot: [TEST, LEVEL_0, LEVEL_1, LEVEL_2, LEVEL_3, LEVEL_4] },
    to: {},
  },
  {
    name: 'nobody-imports-a-process',
    comment: 'server.ts starts a process when it is loaded.',
    severity: 'error',
    from: {},
    to: { path: '^(server\\.ts$|worker/index\\.ts$)' },
  },
  {
    name: 'product-knows-no-test',
    comment: 'Tests, journeys and the bench look at the product, never the other way.',
    severity: 'error',
    from: { path: '^(app|components|lib|worker|prisma|server\\.ts)', pathNot: TEST },
    to: { path: `^(tests|e2e|bench)/|${TEST}` },
  },
];

const pages = [
  {
    name: 'pages',
    comment: 'Pages read through queries and know who asks (lib/auth); writing goes over the API.',
    severity: 'error',
    from: { path: '^app/', pathNot: ['^app/(api|auth)/', TEST] },
    to: {
      path: '^(lib|worker|prisma|scripts|server\\.ts)',
      pathNot: ['^lib/queries/', '^lib/auth/', LEVEL_0],
    },
  },
  {
    name: 'pages-api-doors',
    comment: 'The route handlers mount the API app and next-auth; they hold no logic.',
    severity: 'error',
    from: { path: '^app/(api|auth)/', pathNot: TEST },
    to: {
      path: '^(lib|worker|prisma|scripts|server\\.ts|components)',
      pathNot: ['^lib/api/(app|next-auth)\\.', '^lib/auth/'],
    },
  },
  {
    name: 'components-browser',
    comment: 'Components know level 0 and each other; the API app by its types alone.',
    severity: 'error',
    from: { path: '^components/', pathNot: TEST },
    to: {
      path: '^(lib|app|worker|prisma|scripts|server\\.ts)',
      pathNot: [LEVEL_0, '^lib/api/app\\.'],
    },
  },
  {
    name: 'components-api-types-only',
    comment: '`import type` of the API app, or the whole server lands in the bundle.',
    severity: 'error',
    from: { path: '^components/', pathNot: TEST },
    to: { path: '^lib/api/app\\.', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'components-no-server-code',
    comment: 'Neither Node nor a server library reaches the browser.',
    severity: 'error',
    from: { path: '^components/', pathNot: TEST },
    to: { path: PACKAGE(SERVER_PACKAGES), dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'components-no-node',
    comment: 'Node is not there in a browser.',
    severity: 'error',
    from: { path: '^(components|widget)/', pathNot: TEST },
    to: { dependencyTypes: ['core'] },
  },
];

/** The chat widget is a small house of its own: every kilobyte of it is loaded on the websites of others. */
const widget = [
  {
    name: 'widget-browser',
    comment:
      'Fixed words and pure rules; of the protocol and the schemas only their types: zod is heavier than all of it.',
    severity: 'error',
    from: { path: '^widget/', pathNot: TEST },
    to: {
      path: '^(?!widget/|node_modules/)',
      pathNot: '^lib/(rules/|schemas/|realtime/protocol\\.)',
    },
  },
  {
    name: 'widget-types-only',
    comment: '`import type`: what the API and the socket say needs no code here.',
    severity: 'error',
    from: { path: '^widget/', pathNot: TEST },
    to: {
      path: '^lib/(schemas/(?!values\\.)|realtime/)',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'widget-packages',
    comment: 'Preact and the socket: React, zod and the rest belong to the house.',
    severity: 'error',
    from: { path: '^widget/', pathNot: TEST },
    to: { path: '(^|/)node_modules/', pathNot: PACKAGE('preact|socket\\.io-client') },
  },
  {
    name: 'nobody-imports-the-widget',
    comment: 'It is packed by itself; what it says to its host is all that others know of it.',
    severity: 'error',
    from: { pathNot: ['^widget/', '^(tests|e2e|bench)/'] },
    to: { path: '^widget/', pathNot: '^widget/host-protocol\\.' },
  },
];

const never = [
  {
    name: 'no-next-or-react-in-lib',
    comment: 'Exceptions: the options file of next-auth, and the mail templates.',
    severity: 'error',
    from: { path: '^(lib|worker)/', pathNot: ['^lib/auth/.*options', '^lib/email/templates/'] },
    to: { path: PACKAGE('next|react|react-dom') },
  },
  {
    name: 'next-auth-only-in-auth',
    comment: 'The session library has one home; readActor is what everybody else calls.',
    severity: 'error',
    from: { path: '^(lib|worker|server\\.ts)', pathNot: '^lib/auth/' },
    to: { path: PACKAGE('next-auth') },
  },
  {
    name: 'no-database-above-the-api',
    comment: 'Pages, components and job handlers never see lib/db: queries and commands do.',
    severity: 'error',
    from: { path: '^(app|components|worker/handlers)/', pathNot: TEST },
    to: { path: '^lib/db/' },
  },
  {
    name: 'bullmq-only-in-jobs',
    comment: 'One builder of queues: two engines behind one seam.',
    severity: 'error',
    from: { pathNot: '^(lib/jobs|worker)/' },
    to: { path: PACKAGE('bullmq') },
  },
  {
    name: 'nodemailer-only-in-email',
    comment: 'Mail leaves through the ledger, or not at all.',
    severity: 'error',
    from: { pathNot: '^lib/email/' },
    to: { path: PACKAGE('nodemailer') },
  },
  {
    name: 'gemini-only-in-ai',
    comment: 'The seam to a model is one folder wide.',
    severity: 'error',
    from: { pathNot: '^lib/ai/' },
    to: { path: PACKAGE('@google/(generative-ai|genai)') },
  },
  {
    name: 'socket.io-only-in-realtime',
    comment: 'Nobody emits but publish and signals.',
    severity: 'error',
    from: { pathNot: '^lib/realtime/' },
    to: { path: PACKAGE('socket\\.io|@socket\\.io/.*') },
  },
  {
    name: 'no-cycle',
    comment: 'A cycle of any kind, types included.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-unresolved',
    comment: 'A rule cannot judge what cannot be found.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '\\.css$' },
  },
];

module.exports = {
  forbidden: [...levels, ...pages, ...widget, ...never],
  options: {
    doNotFollow: { path: ['node_modules'] },
    // Generated code has cycles of its own and nobody edits it.
    exclude: { path: ['(^|/)generated/', '(^|/)\\.next/', '\\.json$', '\\.d\\.m?ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.jsx', '.d.ts', '.json', '.node'],
    },
    skipAnalysisNotInRules: true,
  },
};
