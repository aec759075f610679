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
}
