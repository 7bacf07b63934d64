/**
 * Makes a text safe as a cell of a CSV file that people open in a spreadsheet (control C42): what a spreadsheet would
 * take for a formula gets an apostrophe in front and is shown as the text that it is. The full-width forms count as
 * well, since some spreadsheets fold them. U+0000 goes, because readers stop at it. Quoting is the writer's business.
 */
export const safeCell = (text: string): string => {
  const clean = text.replaceAll('\u0000', '');
  return FORMULA.test(clean) ? `'${clean}` : clean;
};

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
