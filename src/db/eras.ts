/** Eras: every so many articles share one, which stands among their search terms, so that search can look into the newest first. */
import { type RawBuilder, sql } from 'kysely'

/** Articles of one era, by id: about what one machine reads in a day. */
const eraSize = 8192

/** The era of the article `id`, an SQL number. */
export const eraOf = (id: RawBuilder<unknown>): RawBuilder<number> => sql`(${id} / ${sql.lit(eraSize)})`

/** The first article id of an era. */
export const firstOf = (era: RawBuilder<unknown>): RawBuilder<number> => sql`(${era} * ${sql.lit(eraSize)})`

/** The era as it stands among an article's terms; no word begins so. */
export const eraTerm = (era: RawBuilder<unknown>): RawBuilder<string> => sql`('#' || ${era})`

/** What finds the articles of these eras, the first to the last: an SQL tsquery. */
export const erasQuery = (first: RawBuilder<unknown>, last: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select string_agg(quote_literal(${eraTerm(sql`each`)}), '|') from generate_series(greatest(0, ${first}), ${last}) each
)::tsquery`
