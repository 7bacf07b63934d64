import { sql } from '../db/transaction';
import { Invalid } from '../errors';
import type { Weight } from '../rules/head-start';
import { countsLiveCalls } from '../rules/offers';
import type { Actor } from '../rules/permissions';
import { capacityOf, type Lane } from '../rules/queue-order';
import type { Ties, Waiting } from '../rules/routing';
import { type Channel, PRIORITIES } from '../schemas/values';
import type { WhatIfInput } from '../schemas/what-if';
import { accessTicket } from './access-ticket';
import type { Known } from './known-names';
import type { RoutingSetup } from './routing-setup';

/** A ticket that somebody thinks of, as routing would look at it. */
export interface AskedTicket extends Weight {
  /** Of the ticket whose traits it has. */
  id: string | null;
  lane: Lane;
  source_priority: number | null;
  waiting: Waiting;
  /** Who had the customer's last ticket, if that is recent enough, and who is never to have one of his. */
  ties: Ties;
}

/** @throws NotFound, Invalid for what is not there. */
export async function askedTicket(
  actor: Actor,
  input: WhatIfInput,
  setup: RoutingSetup,
  teams: Known['teams'],
): Promise<AskedTicket> {
  const like = input.ticket ? await accessTicket(sql, actor, input.ticket, 'ticket.read') : null;
  const isTopicTold = input.topic !== undefined;
  const topic = await topicOf(isTopicTold ? (input.topic ?? null) : (like?.topic ?? null), input);
  if (input.topic && !topic) throw new Invalid({ topic: ['unknown'] });
  const team =
    input.team ?? (input.team === null ? null : isTopicTold || !like ? topic?.team_id : like.team_id);
  if (team && !teams.has(team)) throw new Invalid({ team: ['unknown'] });
  const customer = input.customer === undefined ? (like?.customer_id ?? null) : input.customer;
  const lane = laneOf(input.channel ?? like?.channel ?? 'WEB');
  return {
    id: like?.id ?? null,
    lane,
    priority: input.priority ? PRIORITIES.indexOf(input.priority) : (like?.priority ?? 1),
    urgency: input.urgency ?? like?.urgency ?? 0,
    source_priority: null,
    ...(await known(customer, like?.id ?? null, setup.sticky_days)),
    waiting: {
      kind: capacityOf(lane),
      isLive: lane === 'call' && countsLiveCalls(setup),
      languages: input.languages ?? like?.languages ?? [],
      skills: topic?.skills ?? [],
      preferred: topic?.preferred_skills ?? [],
      waived: { languages: [], skills: [] },
      team: team ? { id: team, name: teams.get(team)!.name } : null,
      policy: (team && setup.teams[team]) || setup.policy,
    },
  };
}

/** As `demand_of` has it. */
export const laneOf = (channel: Channel): Lane =>
  channel === 'CALL' ? 'call' : channel === 'CHAT' ? 'chat' : 'other';

interface Topic {
  id: string;
  team_id: string | null;
  skills: string[];
  preferred_skills: string[];
}

async function topicOf(key: string | null, { topics }: Pick<WhatIfInput, 'topics'>): Promise<Topic | null> {
  if (key === null) return null;
  const { rows } = await sql.query<Topic>(
    'SELECT id, team_id, skills, preferred_skills FROM topic WHERE key = $1',
    [key],
  );
  const topic = rows[0];
  if (!topic) return null;
  const change = topics[topic.id];
  return {
    ...topic,
    skills: change?.skills ?? topic.skills,
    preferred_skills: change?.preferred_skills ?? topic.preferred_skills,
  };
}

/** Of a customer: is he VIP, and to whom is he tied? This ticket apart. */
async function known(
  customer: string | null,
  ticket: string | null,
  days: number,
): Promise<Pick<AskedTicket, 'vip' | 'ties'>> {
  if (customer === null) return { vip: false, ties: { sticky: null, barred: [] } };
  const { rows } = await sql.query<{ vip: boolean } & Ties>(
    `SELECT p.is_vip OR coalesce(o.is_vip, false) AS vip,
       (SELECT t.assignee_id FROM ticket t
        WHERE t.customer_id = p.id AND t.assignee_id IS NOT NULL AND t.id IS DISTINCT FROM $2
          AND t.created_at > now() - make_interval(days => $3) ORDER BY t.created_at DESC LIMIT 1) AS sticky,
       ARRAY(SELECT person_id FROM blocked_pair WHERE customer_id = p.id) AS barred
     FROM person p LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.id = $1`,
    [customer, ticket, days],
  );
  if (!rows[0]) throw new Invalid({ customer: ['unknown'] });
  const { vip, ...ties } = rows[0];
  return { vip, ties };
}
