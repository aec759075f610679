/** The topics and feeds that a new installation starts with; the playground brings its own. */
import { topicCatalogue } from './core/topic-catalogue.ts'
import { catalogue } from './sources/catalogue.ts'

export const publicCatalogue = { topics: topicCatalogue, feeds: catalogue }
