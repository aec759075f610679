/** A reader's own interest: the words it is known by, what it learned, and how well an article fits it. */

/** What a reader's own topic is recognised by; stored with the topic. */
export interface Interest {
  /** The reader's own words. */
  phrase: string
  /** The parts of the phrase; together they weigh 1, the rare ones most. */
  terms: { text: string; weight: number }[]
  /** Words that go with it, from the model or from stored articles, each a hint. */
  related: string[]
  /** Token -> weight, learned from what the reader liked and turned away. */
  learned: Record<string, number>
}
