/** A measure of one thing on both sides of a trial. */
export interface CompareRow {
  key: string;
  name: string;
  before: number;
  after: number;
}
