/** Token arithmetic: how many tokens a text may take, and what a model charges for them. */

/**
 * Upper estimate of the tokens of `text` for any common tokenizer: three quarters of a token a UTF-16 unit outside
 * ASCII letters, a third of one inside. Used to reserve, so it must not be short.
 */
export function estimateTokens(text: string): number {
  const plain = text.match(/[\x20-\x7e]/gu)?.length ?? 0
  return Math.ceil(plain / 3 + (text.length - plain) * 1.5) + 8
}

/** USD per million tokens. */
export interface Price {
  input: number
  output: number
}

/** Reads LLM_PRICES: 'model=0.15/0.60,other=1/4'. Entries that make no sense throw RangeError naming them. */
export function parsePrices(text: string): ReadonlyMap<string, Price> {
  const prices = new Map<string, Price>()
  for (const entry of text.split(',').map((each) => each.trim())) {
    if (entry === '') continue
    const match = /^(.+)=(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/u.exec(entry)
    if (!match) throw new RangeError(`LLM_PRICES: ${entry} should look like model=0.15/0.60`)
    prices.set(match[1]!, { input: Number(match[2]), output: Number(match[3]) })
  }
  return prices
}

/** What tokens cost in USD, or null for a model without a price. */
export function priceOf(
  prices: ReadonlyMap<string, Price>,
  model: string,
  tokens: { inputTokens: number; outputTokens: number },
): number | null {
  const price = prices.get(model)
  return price ? (tokens.inputTokens * price.input + tokens.outputTokens * price.output) / 1e6 : null
}
