/** Of several people the one who speaks as the reader does: whom he is at first. */
export const likeReader = <T extends { language: string }>(people: readonly T[], locale: string): T =>
  people.find(({ language }) => language === locale) ?? people[0]!;
