const PREVIEW = 140;

/** How a text begins, on one line: at most 140 characters. */
export const firstLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > PREVIEW ? `${line.slice(0, PREVIEW - 1).trimEnd()}…` : line;
};
