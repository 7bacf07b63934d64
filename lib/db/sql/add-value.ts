/** Takes a value of a statement and gives its placeholder, with its type. */
export type AddValue = (value: unknown, type: string) => string;
