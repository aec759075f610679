/** Narrows what was parsed from JSON, whoever wrote it. */

/** Whether `value` is an object with fields: no list, no null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
