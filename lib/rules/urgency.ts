import type { UrgencyLevel, UrgencyReason, UrgencyRules } from '../schemas/urgency';

/**
 * How soon somebody should answer (issue S4: "ways to surface messages that are more urgent"). A pure rule set that an
 * admin edits; nothing here asks an AI. Points of the rules that apply are added up, and each says why.
 */
export interface UrgencyFacts {
  subject: string;
  /** What the customer wrote since the last answer. */
  text: string;
  /** In how many messages. */
  messages: number;
  topic: string | null;
  /** Rank 0 to 3. */
  priority: number;
  /** The customer or his organisation is. */
  isVip: boolean;
  /** Null: it is the customer's turn, and nothing is urgent. */
  waitingSince: Date | null;
}

export interface Urgency {
  level: UrgencyLevel;
  points: number;
  /** Most points first. */
  reasons: UrgencyReason[];
  /** When time alone may change it next; null for never. */
  next: Date | null;
}

const HOUR = 3_600_000;
const CALM: Urgency = { level: 0, points: 0, reasons: [], next: null };

export function urgencyOf(facts: UrgencyFacts, rules: UrgencyRules, now: Date): Urgency {
  if (facts.waitingSince === null) return CALM;
  const since = facts.waitingSince.getTime();
  const waited = (now.getTime() - since) / HOUR;
  const reasons = [...standing(facts, rules), ...ofTime(facts, rules, waited)]
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  const next = nextHours(facts, rules, waited);
  return {
    level: rules.levels.filter((from) => points >= from).length as UrgencyLevel,
    points,
    reasons,
    next: next === null ? null : new Date(since + next * HOUR),
  };
}

/** What counts however long it takes. */
function standing(facts: UrgencyFacts, rules: UrgencyRules): UrgencyReason[] {
  const text = plain(`${facts.subject}\n${facts.text}`);
  const reasons: UrgencyReason[] = rules.words.flatMap(({ points, words }) => {
    // customers mix languages, so every list is looked for
    const found = [...new Set(Object.values(words).flat())].filter((word) => holds(text, word));
    return found.length > 0 ? [{ code: 'words' as const, points, words: found }] : [];
  });
  const topic = rules.topics.find((rule) => rule.topic === facts.topic);
  if (topic) reasons.push({ code: 'topic', points: topic.points, topic: topic.topic });
  const priority = ([undefined, undefined, 'HIGH', 'URGENT'] as const)[facts.priority];
  if (priority) reasons.push({ code: 'priority', points: rules.priorities[priority], priority });
  if (facts.isVip) reasons.push({ code: 'vip', points: rules.vip });
  return reasons;
}

function ofTime({ messages }: UrgencyFacts, rules: UrgencyRules, waited: number): UrgencyReason[] {
  const reasons: UrgencyReason[] = [];
  const over = rules.waits.filter(({ hours }) => waited >= hours).sort((a, b) => b.hours - a.hours)[0];
  if (over) reasons.push({ code: 'waits', ...over });
  const { again } = rules;
  if (messages >= again.messages && waited >= again.hours)
    reasons.push({ code: 'again', points: again.points, messages, hours: again.hours });
  return reasons;
}

/** Hours of waiting after which a rule about time applies that does not yet. */
function nextHours(
  { messages }: UrgencyFacts,
  { waits, again }: UrgencyRules,
  waited: number,
): number | null {
  const hours = [...waits.map((one) => one.hours), ...(messages >= again.messages ? [again.hours] : [])];
  const ahead = hours.filter((one) => one > waited);
  return ahead.length > 0 ? Math.min(...ahead) : null;
}

/** Words in lower case with one space around each, so that a phrase is found as whole words alone. */
const plain = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;

/** Scripts that put no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Does a text made by {@link plain} hold a word or phrase? `reject*` is every word that begins so. */
function holds(text: string, word: string): boolean {
  const wanted = plain(word).trim();
  if (wanted === '') return false;
  if (UNSPACED.test(wanted)) return text.includes(wanted);
  return text.includes(word.trim().endsWith('*') ? ` ${wanted}` : ` ${wanted} `);
}
