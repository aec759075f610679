/** The pipeline over a test database, with a clock set by hand and jobs kept in a list that the test works off. */
import { afterAll, beforeAll } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { RetryLater } from '../../src/core/errors.ts'
import type { Enqueue, JobName, JobPayloads } from '../../src/core/jobs.ts'
import { topicCatalogue } from '../../src/core/topic-catalogue.ts'
import { seedCatalogue } from '../../src/db/catalogue.ts'
import type { Database } from '../../src/db/connect.ts'
import type { Db } from '../../src/db/database.ts'
import { silentLog } from '../../src/log.ts'
import { createPipeline } from '../../src/make-pipeline.ts'
import { addSource } from '../../src/pipeline/add-source.ts'
import { answerQuestion } from '../../src/pipeline/answer-question.ts'
import { compose } from '../../src/pipeline/compose.ts'
import type { Pipeline } from '../../src/pipeline/context.ts'
import { enrichAndPassOn } from '../../src/pipeline/enrich.ts'
import { importFeeds } from '../../src/pipeline/import-feeds.ts'
import { judgeStories } from '../../src/pipeline/judge-stories.ts'
import { poll, pollLarge } from '../../src/pipeline/poll.ts'
import { prepare } from '../../src/pipeline/prepare.ts'
import { previewDigest } from '../../src/pipeline/preview-digest.ts'
import { relate } from '../../src/pipeline/relate.ts'
import { proposeInterest } from '../../src/pipeline/propose-interest.ts'
import { readLink } from '../../src/pipeline/read-link.ts'
import { noon } from './rows.ts'
import { startWebServer, type WebServer } from './web-server.ts'

type AnyJob = { [Name in JobName]: { name: Name; payload: JobPayloads[Name] } }[JobName]

export interface TestPipeline {
  pipeline: Pipeline
  jobs: AnyJob[]
  setTime(at: Date): void
  /** Works off every job; one that asks for time goes to the end. Rejects with the first failure. */
  drain(): Promise<void>
  close(): Promise<void>
}

/** A pipeline whose fetcher may reach `allow`, seeded with the catalogue's topics and no feeds. */
export async function openPipeline(
  database: Database,
  settings: { allow: string[]; modelUrl?: string },
): Promise<TestPipeline> {
  let time = noon
  const jobs: AnyJob[] = []
  const enqueue: Enqueue<Db> = async (_trx, name, payload) => {
    for (const each of Array.isArray(payload) ? payload : [payload])
      jobs.push({ name, payload: each } as AnyJob)
  }
  const config = readConfig({
    // No test asks a host of the world for a name.
    GUESS_SITES: 'false',
    FETCH_ALLOW: settings.allow.join(','),
    ...(settings.modelUrl === undefined ? {} : { OPENAI_BASE_URL: settings.modelUrl }),
  })
  const clock = { now: () => time, offsetMs: () => 0, setOffset: () => undefined }
  const pipeline = await createPipeline({
    config,
    db: database.db,
    clock,
    log: silentLog,
    enqueue,
    spacingMs: 0,
  })
  await seedCatalogue(database.db, { topics: topicCatalogue, feeds: [] }, noon, 1_800_000)
  const drain = async () => {
    for (let turns = 0; jobs.length > 0; turns += 1) {
      if (turns > 1000) throw new Error(`jobs go round in circles: ${JSON.stringify(jobs[0])}`)
      const job = jobs.shift()!
      try {
        await run(pipeline, job)
      } catch (error) {
        if (!(error instanceof RetryLater)) throw error
        jobs.push(job)
      }
    }
  }
  return {
    pipeline,
    jobs,
    setTime: (at) => {
      time = at
    },
    drain,
    close: () => pipeline.fetcher.close(),
  }
}

export interface World {
  database: Database
  server: WebServer
  test: TestPipeline
}

/** For a suite: a database, a web server and a pipeline that may reach it. They are there when its tests begin, and end after them. */
export function useWorld(open: () => Promise<Database>): World {
  const world = {} as World
  beforeAll(async () => {
    world.database = await open()
    world.server = await startWebServer()
    world.test = await openPipeline(world.database, { allow: [world.server.host] })
  })
  afterAll(async () => {
    await world.test.close()
    await world.server.close()
    await world.database.close()
  })
  return world
}

async function run(pipeline: Pipeline, job: AnyJob): Promise<unknown> {
  switch (job.name) {
    case 'poll':
      return poll(pipeline, job.payload.sourceIds)
    case 'poll-large':
      return pollLarge(pipeline, job.payload.sourceId)
    case 'enrich':
      return enrichAndPassOn(pipeline, job.payload.articleIds)
    case 'relate':
      return relate(pipeline, job.payload.articleIds)
    case 'judge-stories':
      return judgeStories(pipeline, job.payload)
    case 'compose':
      return compose(pipeline, job.payload.digestIds)
    case 'prepare':
      return prepare(pipeline, job.payload.scheduleIds)
    case 'import-feeds':
      return importFeeds(pipeline, job.payload)
    case 'preview-digest':
      return previewDigest(pipeline, job.payload)
    case 'read-link':
      return readLink(pipeline, job.payload)
    case 'add-source':
      return addSource(pipeline, job.payload)
    case 'answer':
      return answerQuestion(pipeline, job.payload)
    case 'propose-interest':
      return proposeInterest(pipeline, job.payload)
  }
}
