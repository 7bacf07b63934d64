import type { World } from '../../lib/rules/simulation/model';
import { bars } from './bars';
import { type Compared, compare, STEPS, waitUnderFlood } from './compare';

/** The page and its plots, by their names below docs. */
export function report(world: World): Map<string, string> {
  const compared = compare(world);
  const floods = STEPS.map((step) => ({ step, wait: waitUnderFlood(step) }));
  const plot = (title: string, series: readonly string[], rows: Rows, write: (value: number) => string) =>
    bars({ title, series, rows, write });
  const each = (pick: (one: Compared) => number[]): Rows =>
    compared.map((one) => ({ name: one.name, values: pick(one) }));
  const [aged, ageless] = [compared[0]!, compared[3]!];
  return new Map([
    ['simulation.md', page(world, compared, floods)],
    [
      'pictures/simulation/wait.svg',
      plot(
        'Wait until somebody has it',
        ['half', '9 of 10'],
        each(({ figures }) => [figures.wait.half!, figures.wait.most!]),
        duration,
      ),
    ],
    [
      'pictures/simulation/evenness.svg',
      plot(
        'Unevenness of the work in an hour of presence (Gini)',
        ['Gini'],
        each(({ figures }) => [figures.gini!]),
        (value) => value.toFixed(3),
      ),
    ],
    [
      'pictures/simulation/ageing.svg',
      plot(
        'Wait by priority, 9 of 10',
        ['with ageing', 'without'],
        PRIORITIES.map((name, n) => ({
          name,
          values: [aged.byPriority[n]!.most!, ageless.byPriority[n]!.most!],
        })),
        duration,
      ),
    ],
    [
      'pictures/simulation/flood.svg',
      plot(
        'Wait of one LOW ticket under a flood of HIGH ones',
        ['wait'],
        floods.map(({ step, wait }) => ({ name: `a step is worth ${step} min`, values: [wait * 60] })),
        duration,
      ),
    ],
  ]);
}

type Rows = { name: string; values: number[] }[];
const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH', 'URGENT'];

/** One unit or two: "45 s", "12 min", "3 h 20 min". */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, n) => (n === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

function page(
  world: World,
  compared: readonly Compared[],
  floods: readonly { step: number; wait: number }[],
): string {
  const { figures } = compared[0]!;
  return `# A simulated week

Written by \`npm run simulate\`; nothing here is typed by hand, and the same rules give the same bytes (a test says when it is out of date).
A made-up week ([\`scripts/simulation/week.ts\`](../scripts/simulation/week.ts)): ${world.arrivals.length.toLocaleString('en')} tickets by hour and weekday in five languages, calls,
chats and the rest, and ${world.agents.length} people in shifts, some absent for a day. It is played through the functions that route in earnest
([routing.md](routing.md#trying-a-change) says what each figure is, and what is taken for granted).

${table(
  [
    'rules',
    'wait, half',
    'wait, 9 of 10',
    'longest',
    'at once',
    'Gini',
    'no speaker there',
    'another language',
    'same agent',
  ],
  compared.map(({ name, figures: one, again }) => [
    ...[
      name,
      duration(one.wait.half!),
      duration(one.wait.most!),
      duration(one.wait.longest!),
      percent(one.at_once!),
    ],
    ...[one.gini!.toFixed(3), String(one.unspoken), String(one.foreign), percent(again)],
  ]),
)}

![Wait until somebody has it](pictures/simulation/wait.svg)

![Unevenness of the work](pictures/simulation/evenness.svg)

*Least busy* and *in turn* find the same places, so their waits are close; they differ in who gets the work. *By hand* assumes that people look every five
minutes and whenever they have finished something. What is in a language that nobody there speaks (${figures.unspoken} tickets when they came) waits for a
speaker, unless admins let it go to anybody after an hour. *Same agent* is the share of a known customer's tickets that went to who had the last one.

## Ageing

Importance is a head start: each step of priority is worth 240 minutes here, and a week where it says *without*.

${table(
  ['rules', ...PRIORITIES.map((name) => `${name}, half`), ...PRIORITIES.map((name) => `${name}, 9 of 10`)],
  [compared[0]!, compared[3]!].map(({ name, byPriority }) => [
    name,
    ...byPriority.map(({ half }) => duration(half!)),
    ...byPriority.map(({ most }) => duration(most!)),
  ]),
)}

![Wait by priority](pictures/simulation/ageing.svg)

## Nothing starves

One agent, and for ever a seventh more HIGH tickets than he can do. A LOW one that comes with the first of them has its turn when what came later than
its head start is worth stands behind it; without that bound it would wait for as long as the flood lasts.

${table(
  ['a step of priority is worth', 'the LOW ticket waits'],
  floods.map(({ step, wait }) => [`${step} min`, duration(wait * 60)]),
)}

![Wait of one LOW ticket under a flood of HIGH ones](pictures/simulation/flood.svg)
`;
}
