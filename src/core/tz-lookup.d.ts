/** Types of the offline zone lookup, which ships none. */
declare module 'tz-lookup' {
  /** IANA zone at a place; throws RangeError off the globe. */
  export default function tzLookup(latitude: number, longitude: number): string
}
