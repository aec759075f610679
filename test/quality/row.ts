/** One line of the quality or bench table: what was measured, on what, by whom labelled. */

export interface Row {
  /** What was measured, e.g. 'language: primary tag right'. */
  measure: string
  /** The figure, already rounded for print. */
  figure: string
  /** How many cases it was measured on. */
  n: number
  /** Where the cases come from, under which licence, and who labelled them. */
  origin: string
  /** 'tune' or 'test' where a set was split before tuning; 'all' otherwise. */
  split: 'tune' | 'test' | 'all'
  /** The figure as a number beside the most that this machine could do in the same run: the bench page draws it. */
  ceiling?: Ceiling
}

export interface Ceiling {
  /** What Gazette reached and what bounds it, both in `unit`. */
  value: number
  most: number
  unit: string
  /** What the bound is: 'the COPY alone of the same rows'. */
  what: string
  /** Whether a larger value is the better one (a rate), or a smaller one (a time). */
  better: 'more' | 'less'
}

/** Makes rows of one origin; `all` of a set is measured unless `more` says otherwise. */
export const rowsOf =
  (origin: string) =>
  (measure: string, figure: string, n: number, more: Partial<Row> = {}): Row => ({
    measure,
    figure,
    n,
    origin,
    split: 'all',
    ...more,
  })
