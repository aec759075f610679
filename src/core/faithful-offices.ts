/** Finds people whom a summary gives an office, or a name before "said", that the source gives to somebody else. */

const offices =
  'mayor|president|vice president|prime minister|minister|chancellor|secretary|governor|senator|captain|manager|coach|chief executive|ceo|chairman|chairwoman|director|judge|professor|king|queen|general|commissioner|ambassador|spokesman|spokeswoman|founder|author'
const latinName = String.raw`\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+){0,3}`
const titled = new RegExp(String.raw`\b(?<office>${offices})[,:]?\s+(?<name>${latinName})`, 'giu')
const withTitle = new RegExp(
  String.raw`(?<name>${latinName}),\s+(?:the\s+|its\s+|their\s+)?(?<office>${offices})\b`,
  'gu',
)

const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹窦章苏潘葛范彭郎鲁韦马方任袁柳唐罗薛雷贺汤滕殷毕郝邬安常于傅齐康余元顾孟黄穆萧尹姚邵汪毛米戴宋庞熊纪项祝董梁杜阮蓝闵季贾路江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万卢莫房丁邓洪石崔吉龚程邢裴陆翁段侯武刘龙叶白蒲甘宁温柴曾关丰曲车'
const hanOffices =
  '主席|总统|总理|首相|部长|省长|市长|县长|局长|处长|院长|校长|行长|会长|董事长|总裁|总经理|首席执行官|经理|书记|主任|教授|博士|教练|队长|船长|法官|律师|发言人|创始人|负责人|主犯|嫌疑人|记者|司令|大使|导演|演员|歌手|作者'
const hanName = String.raw`[${surnames}](?:某[某甲乙]?|[\p{Script=Han}--[为和与在的是将已被称说因对向就于从到不也又还]]{1,2}?)`
const speech = '表示|介绍|指出|认为|宣布|透露|说|称|告诉|提醒|强调|坦言|因|涉嫌|当庭|在|出席|会见|当选'
const hanTitled = new RegExp(
  String.raw`(?<office>${hanOffices})(?<name>${hanName})(?=${speech}|[，。、！？；]|$)`,
  'gv',
)

/** Names in `sentence` with an office that `source` does not give them, each with the office, as they stand. */
export function findWrongOffices(sentence: string, source: string): string[] {
  return [...wrongLatin(sentence, source), ...wrongHan(sentence, source)]
}

function latinOffices(text: string): { text: string; office: string; surname: string }[] {
  return [titled, withTitle].flatMap((form) =>
    [...text.matchAll(form)].flatMap(({ 0: whole, groups }) => {
      const name = groups!['name']!
      // The flag that lets "Mayor" and "mayor" pass lets lower-case names pass too.
      if (!/^\p{Lu}/u.test(name)) return []
      const surname = name
        .split(/\s+/u)
        .filter((word) => /^\p{Lu}/u.test(word))
        .at(-1)!
      return [
        { text: whole, office: groups!['office']!.toLowerCase(), surname: surname.replace(/['’]s$/u, '') },
      ]
    }),
  )
}

/** Only where the source gives the office to somebody: what it leaves unsaid is the names' own check. */
function wrongLatin(sentence: string, source: string): string[] {
  const known = latinOffices(source)
  return latinOffices(sentence)
    .filter(({ office, surname }) => {
      const holders = known.filter((each) => each.office === office)
      return holders.length > 0 && !holders.some((each) => each.surname === surname)
    })
    .map(({ text }) => text)
}

function wrongHan(sentence: string, source: string): string[] {
  return [...sentence.matchAll(hanTitled)]
    .filter(({ groups }) => {
      const { office, name } = groups as { office: string; name: string }
      if (source.includes(office + name.slice(0, 2)) || source.includes(name + office)) return false
      return !source.includes(name) || hasHolder(source, office)
    })
    .map(({ 0: whole }) => whole)
}

const hasHolder = (source: string, office: string): boolean =>
  [...source.matchAll(hanTitled)].some(({ groups }) => groups!['office'] === office)
