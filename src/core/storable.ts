/** Makes what comes in fit to be kept: Postgres takes no null characters and no halves of characters, in texts or in JSON. */

const unknown = '\u{fffd}'

/** `value`, as JSON.parse made it, with an unknown character for each of those; every text keeps its length. */
export function storable<Value>(value: Value): Value {
  return clean(value) as Value
}

function clean(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', unknown)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(clean)
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [clean(key), clean(each)]))
}
