/**
 * What routing stops asking of a ticket's agent after a wait (product 2.7): what is wished for, required skills, and of
 * a language only what admins chose for that language. Never silently: each is recorded on the ticket.
 */
export interface Waits {
  /** Minutes after which wished-for skills count no more, and required ones are not asked; null: never. */
  skill_waits: { preferred: number | null; required: number | null };
  /** Languages not named are waited for, however long. */
  language_waits: readonly LanguageWait[];
}
export interface LanguageWait {
  language: string;
  minutes: number;
  /** Null: to anybody, with or without it. Else that team has it from then on; the language is still asked. */
  team: string | null;
}

/** What one wait ends in. `tag` is how the ticket keeps it (`ticket.waived`). */
export interface Waiver {
  tag: string;
  minutes: number;
  what: 'preferred' | 'skills' | 'language' | 'team';
  language: string | null;
  /** The team that has it from then on. */
  team: string | null;
}

/** What is asked that may be asked no longer. `keeps_skills`: its team wants them, however long it takes. */
export interface Asked {
  languages: readonly string[];
  skills: readonly string[];
  preferred: readonly string[];
  team_id: string | null;
  keeps_skills: boolean;
}

/** All that waiting may end in for work that asks this. */
export function waiversOf(asked: Asked, { skill_waits, language_waits }: Waits): Waiver[] {
  const { preferred, required } = skill_waits;
  const none = { language: null, team: null };
  return [
    ...(preferred !== null && asked.preferred.length > 0
      ? [{ tag: 'preferred', what: 'preferred' as const, minutes: preferred, ...none }]
      : []),
    ...(required !== null && asked.skills.length > 0 && !asked.keeps_skills
      ? [{ tag: 'skills', what: 'skills' as const, minutes: required, ...none }]
      : []),
    ...language_waits.flatMap(({ language, minutes, team }): Waiver[] => {
      if (!asked.languages.includes(language) || (team !== null && team === asked.team_id)) return [];
      return team === null
        ? [{ tag: `language:${language}`, what: 'language', minutes, language, team }]
        : [{ tag: `fallback:${language}`, what: 'team', minutes, language, team }];
    }),
  ];
}

const LANGUAGE = 'language:';
/** The languages among what was waived. */
export const waivedLanguages = (waived: readonly string[]): string[] =>
  waived.flatMap((tag) => (tag.startsWith(LANGUAGE) ? tag.slice(LANGUAGE.length) : []));
