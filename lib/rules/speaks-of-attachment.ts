/** Words that announce a file, in the languages of the interface; quoted lines are of others. */
const WORDS =
  /\b(attached|attachment|enclosed|anbei|angehängt|beigefügt|(im|dem) anhang|pi[eè]ce[s]? jointe[s]?|ci-joint\w*|(in )?allegat[oai])\b|مرفق/iu;

/** A text that speaks of a file which is not there is worth a hint. */
export const speaksOfAttachment = (markdown: string): boolean => WORDS.test(markdown.replace(/^>.*$/gm, ''));
