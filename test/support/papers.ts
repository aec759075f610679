/** Two papers of the same make for scripts that run in English and in Chinese: seven towns with one piece of news, and three stories of their own. */
import { afterAll, beforeAll } from 'vitest'
import type { CatalogueFeed } from '../../src/core/catalogue-feed.ts'
import { ids } from '../../src/playground/people.ts'
import { startTestGazette, type TestGazette } from './gazette.ts'
import { rss, startWebServer, type WebServer } from './web-server.ts'
import { noon } from './rows.ts'

const hour = 3_600_000

/** The English one: every town has a robot. */
const robots = {
  name: 'in English',
  tag: 'en',
  user: ids.alex,
  title: 'Robot Gazette',
  path: 'en',
  topic: 'ai',
  towns: ['Alder', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse'],
  titleOf: (town: string) => `The robot of ${town}`,
  textOf: (town: string, at: number) =>
    `An artificial intelligence robot sweeps the streets of ${town}. The mayor of ${town} paid ${at + 3} million for it. Machine learning steers it.`,
  stories: [
    {
      title: 'Language model learns to read river maps',
      text: 'Machine learning researchers trained a language model on forty thousand river maps. Professor Odalys Wren says it names nine of ten rivers correctly.',
    },
    {
      title: 'Semiconductor plant opens near Harrow',
      text: 'A factory for artificial intelligence chips opened near Harrow on Tuesday. Governor Pell cut the ribbon and nine hundred engineers moved in.',
    },
    {
      title: 'Choir performs requiem written by ChatGPT',
      text: 'Composer Ines Vale asked OpenAI software for a requiem. The cathedral choir sang it twice, and critics argued about the violins all night.',
    },
  ],
} as const

/** The Chinese one: every town has a rocket. */
const rockets = {
  name: 'in Chinese',
  tag: 'zh-Hans',
  user: ids.mei,
  title: '火箭晚报',
  path: 'zh',
  topic: 'space',
  towns: ['白杨镇', '青桐镇', '赤松镇', '银杏镇', '紫藤镇', '冷杉镇', '金雀镇'],
  titleOf: (town: string) => `${town}的航天火箭`,
  textOf: (town: string, at: number) =>
    `${town}用一枚航天火箭发射了气象卫星。${town}的镇长为它付了 ${at + 3} 百万元。航天工程师在发射场操控它。`,
  stories: [
    {
      title: '月球样本在古河床里发现水的痕迹',
      text: '探月工程的研究人员检查了四千份月球样本。欧教授说，十份里有九份留有水的痕迹。',
    },
    {
      title: '哈罗县新建卫星工厂开工',
      text: '一座制造通信卫星的工厂星期二在哈罗县开工。佩尔县长为工厂剪彩，九百名工程师已经搬入。',
    },
    {
      title: '合唱团在空间站演出安魂曲',
      text: '作曲家韦英为航天员写了一首安魂曲。大教堂合唱团把它唱了两遍，评论家为小提琴争论了一整夜。',
    },
  ],
} as const

/** Each language with the one who reads it and their paper. */
export const papers = [robots, rockets] as const
export type Paper = (typeof papers)[number]

/** For a suite: the service with all papers as its catalogue, on a web server of their own. They are there when its tests begin. */
export function usePapers(): { web: WebServer; gazette: TestGazette } {
  const world = {} as { web: WebServer; gazette: TestGazette }
  beforeAll(async () => {
    world.web = await startWebServer()
    world.gazette = await startTestGazette({
      allow: [world.web.host],
      feeds: papers.map((paper) => addPaper(world.web, paper)),
    })
  })
  afterAll(async () => {
    await world.gazette.close()
    await world.web.close()
  })
  return world
}

/** Puts the paper's feed and articles on the server; returns the feed as one of the catalogue. */
function addPaper(web: WebServer, paper: Paper): CatalogueFeed {
  const address = `${web.url}/${paper.path}`
  const posts = [
    ...paper.towns.map((town, at) => ({
      title: paper.titleOf(town),
      url: `${address}/town/${at}`,
      text: paper.textOf(town, at),
      at: new Date(noon.getTime() - (at === 0 ? 1 : at * 20) * hour),
    })),
    ...paper.stories.map((story, at) => ({
      ...story,
      url: `${address}/story/${at}`,
      at: new Date(noon.getTime() - (at + 2) * hour),
    })),
  ]
  for (const { title, url, text } of posts)
    web.pages.set(new URL(url).pathname, {
      type: 'text/html',
      body: `<html lang="${paper.tag}"><meta charset="utf-8"><title>${title}</title><article><h1>${title}</h1><p>${text}</p><p>${text}</p></article></html>`,
    })
  web.pages.set(`/${paper.path}.xml`, rss(paper.title, posts))
  return {
    url: `${address}.xml`,
    site: address,
    title: paper.title,
    language: paper.tag,
    topic: paper.topic,
  }
}
