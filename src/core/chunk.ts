/** Divides a list into pieces; batches of rows and jobs are made with it. */

/** Pieces of `size` in order, the last one shorter; [] for an empty list. */
export function chunk<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) =>
    list.slice(at * size, (at + 1) * size),
  )
}
