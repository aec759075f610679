/** What sites hang around their articles, and sentences of articles that begin alike. */
import { describe, expect, test } from 'vitest'
import {
  isAboutHeading,
  isBoilerplate,
  isCommentsHeading,
  isEndMark,
  isPictureCredit,
} from '../../src/sources/boilerplate.ts'

describe('sentences of articles', () => {
  test.each([
    'Copyright law changed on Monday, and nobody in Orrin noticed.',
    'Источник в правительстве сообщил об этом газете во вторник.',
    'Źródło energii na wyspie to wiatr i torf.',
    'Video-Streaming boomt auch auf dem Land.',
    'Подпишут ли договор в пятницу, пока неясно.',
    'Fotografie war sein Leben, sagt die Bäckerin.',
    'Foto und Lampe hingen nebeneinander an der Wand.',
    'Mehr zu zahlen lohnt sich nicht, sagt die Wirtin.',
    'Bunlar da sokağın son fenerleriydi.',
    'Πηγή του βουητού είναι ο παλιός μετασχηματιστής.',
    'Next story: the museum opens its doors to dogs, and the child brings its pole along.',
    'Find the pole on Friday and you will find the child.',
    'Read more than one book a week, the librarian says, and you will sleep better.',
    'Follow the river for a mile and turn left at the mill.',
    'Join the queue before seven, or go home without bread.',
    'Get up at four, light the oven and wait: that is the whole secret.',
    'Watch the lamps at dusk and you will see them hesitate.',
    'More on the switch is expected in May, when the court will hear the case.',
    'Subscribe to the idea that lamps have feelings, and the street looks different.',
    'Sign up for the lamp society today and you get a pole, says its chairman.',
    'Support for the switch fell to nine per cent in the latest survey.',
    'Related to the hum is the question of the rain.',
    'Quelle surprise, meinte der Wirt und löschte das Licht.',
    '图片里的老人今年七十二岁，他每天早上四点起床。',
    '记者在现场看到，路灯已经全部换成了新的。',
    '编辑部收到了三百封来信，其中大部分谈的是狗。',
    '来源于山里的水，流到镇上要走三天。',
    '推荐大家去看看那盏灯，它还亮着。',
    '点击量并不能说明问题，馆长说。',
    '感谢信写了三页，落款是青石巷全体居民。',
    '关注路灯的人越来越多，镇里决定开一次会。',
    '本文作者在镇上住了十年。',
    '以上是本报记者从河州发回的报道。',
    '完成这项工作花了三个月。',
    '请注意，狗会在七点以后出来。',
    'Siga por la calle hasta la panadería y gire a la izquierda.',
    'Recibe cada mañana veinte panes y los reparte entre los vecinos.',
    'Assine o papel e leve a vara, disse a porta-voz.',
    'Chaque matin, le boulanger ouvre sa porte avant six heures.',
    'Abonnés et lecteurs se sont réunis samedi sur le quai.',
    'Suivez la rivière jusqu’au moulin, puis tournez à gauche.',
    'Leggi e decreti non bastano, dice la portavoce.',
    'Iscritti e soci si sono riuniti sabato sul molo.',
    'Volg de rivier tot de molen en sla dan linksaf.',
    'Photo albums were the last thing they saved from the flood.',
    'Image matters, says the mayor, and buys a new hat.',
    'Comments from the street were kind, on the whole.',
    'Video of the last round was shown at the museum on Sunday.',
    'Advertisement for a pole: wanted, by a child of four, a pole of ash.',
    'Share prices in Orrin rose nine per cent after the switch was thrown.',
    'Print is not dead, the baker insists, as long as bread needs wrapping.',
    'Email was down for a week and nobody minded much at all.',
    'Tags on the dogs were checked twice a year by the harbour office.',
    'Top of the list stood the old bakery, followed by the mill.',
    'Close friends of the lamplighter came from as far as Quay Lane.',
    'By the end of the night the crowd had reached sixty people.',
    'Von Anfang an war klar, dass niemand die Stange hergeben würde.',
    'Par la suite, la mairie a reconnu son erreur devant tous.',
    'Di giorno in giorno il ronzio cresceva, e con esso le lettere.',
    'Por la noche, las farolas zumbaban como un enjambre de abejas.',
    'End of the road, the driver said, and switched off the engine.',
    'Popular with children, the pole was painted red twice a year.',
    'Trending upwards since March, the number of letters reached three hundred.',
    'Latest figures show that nine in ten lamps are lit by switch.',
    'Foto’s van de stok hangen nu in het museum, naast de haak.',
    'Bron van het gezoem is de oude trafo achter de bakkerij.',
    'Tekst en muziek zijn van de bakker zelf, die al jaren zingt.',
    'Читайте в темноте, шутит фонарщик, и берегите глаза.',
    'Следите за собаками, предупреждает табличка у ворот музея.',
    'Фотографии шеста висят теперь в музее рядом с крюком.',
    '下载量在一周内翻了一倍，镇上的人都说没想到。',
    '更多的人开始在晚上散步，狗也跟着出来了。',
    '更多店主加入了写信的行列，信已经有三百封。',
    '长按开关三秒，灯就会闪两下，这是镇上孩子发现的。',
    '扫描件已经交给博物馆，原件留在镇里。',
    '作者在书里写道，灯和人一样需要休息。',
    '文章发表之后，镇里收到了更多的信。',
    '声明没有说明灯为什么会嗡嗡作响，也没有道歉。',
    '版权局的人周三来到镇上，问了很多问题。',
    '编辑：你为什么要点灯？',
    '上一篇报道刊出以后，狗主人来电表示歉意。',
    '返回镇上的路被雪封了三天，没有人出门。',
    'End users were not asked, the report found.',
    'If you have a lamp at home, keep it away from the rain.',
    'Last updated in 1982, the map still shows every lamp.',
    'Published in 1911, the register lists eleven dogs.',
    'This story was told to me by the baker on a wet Sunday in March.',
    'This article of faith was shared by the whole street for decades.',
    'Thanks for the bread, she wrote, and left.',
  ])('%s', (line) => {
    expect([isBoilerplate(line), isPictureCredit(line), isEndMark(line)]).toEqual([false, false, false])
  })
})

describe("lines of the site's", () => {
  test.each([
    '- Advertisement -',
    'Purchase Licensing Rights',
    'Reporting by Nora Quist; Editing by Bo Lind',
    'Have you been affected by the issues in this story? Write to us.',
    'Get Harbour Business on Twitter, Facebook and elsewhere!',
    'When you buy through links on our site, we may earn an affiliate commission.',
    'Your email address will not be published. Required fields are marked *',
    'Mehr aus dem Ressort',
    'Dieses Thema im Programm: Darüber berichtete das Inforadio am 6. Mai.',
    'Empfohlener redaktioneller Inhalt',
    'Devenez fan, suivez-nous partout',
    'Con información de Nora Quist.',
    '© RIPRODUZIONE RISERVATA',
    'Dziękujemy, że przeczytałaś nasz artykuł do końca.',
    'Źródło: PAP',
    'Tekst gaat verder onder de foto',
    'Подпишись на нас в Telegram, чтобы быть в курсе',
    'Источник: агентство',
    'Πηγή: πρακτορείο',
    'Ακολουθήστε μας στο Google News',
    'Haberin Devamı',
    'Kaynak: ajans',
    'Veja os vídeos mais assistidos da semana:',
    'Urmăriți-ne și pe Google News',
    'Джерело: агенція',
    'المصدر : الموقع',
    '感谢网友阿舟的线索投递！',
    '海量资讯、精准解读，尽在本站客户端',
    '点灯人 图自社交媒体',
    '特别声明：以上内容由平台用户上传，本平台仅提供信息存储服务。',
    '（此件公开发布）',
    '最終更新：5月6日',
    '노라 기자 nora@site.example',
  ])('%s', (line) => {
    expect(isBoilerplate(line) || isPictureCredit(line)).toBe(true)
  })
})

test.each([
  ['© 2024 Harbour Daily', true],
  ['(c) Harbour Daily 2024', true],
  ['(C) Performance tests', false],
  ['责任编辑：林舟', true],
  ['编辑：你为什么要点灯？', false],
  ['- END -', true],
])('the end of an article: %s', (line, ends) => {
  expect(isEndMark(line)).toBe(ends)
})

test.each(['Comments', '3 Kommentare', 'Komentáře', '评论（12）', '2 svar på ”Gatan”', 'Leave a Reply'])(
  'below it readers speak: %s',
  (line) => {
    expect(isCommentsHeading(line)).toBe(true)
  },
)

test.each(['About the Podcast', 'Zur Person', 'À propos de l’auteur', '作者简介'])(
  'below it the site speaks of who made the article: %s',
  (line) => {
    expect(isAboutHeading(line)).toBe(true)
  },
)

test.each([
  'Comments from the council',
  'Reaktionen',
  'About the street',
  '评论家的一天',
  'Die Autoren und ihre Stadt',
])('a heading of the article: %s', (line) => {
  expect(isCommentsHeading(line) || isAboutHeading(line)).toBe(false)
})
