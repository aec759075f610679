/** What the bot says on the screens of packs, lists, search and the reader's own data, in Indonesian. */
import type { screens as english } from '../en/screens.ts'
import { formatNumber } from '../format.ts'

const n = (value: number) => formatNumber('id', value)

export const screens: typeof english = {
  chats: {
    title: 'Grup dan kanal',
    what: 'Saya ada di obrolan ini dan Anda mengelolanya. Ketuk satu untuk menentukan isinya dan tempatnya.',
    none: 'Saya belum ada di grup atau kanal Anda. Tambahkan saya dengan tombol di bawah, lalu buka layar ini lagi.',
    inPrivate: 'Ini saya tampilkan di obrolan pribadi kita.',
    addGroup: 'Tambahkan ke grup',
    addChannel: 'Tambahkan ke kanal',
    sources: 'Sumber saya',
    sourcesHow: 'Ketuk sumber yang Anda ikuti agar datang juga ke obrolan ini, atau untuk mengeluarkannya.',
    where: 'Di topik mana',
    general: 'Topik umum',
    chooseThread:
      'Ke topik forum yang mana? Saya hanya tahu topik tempat saya pernah disapa: tulis /start di topik lain agar muncul di sini.',
    into: (place) => `Masuk ke: ${place}.`,
    bySubject: 'Satu topik per subjek',
    bySubjectHow:
      'Dengan “Satu topik per subjek”, saya sendiri membuat topiknya di forum, sekarang dan setiap ada subjek baru.',
    openPost:
      'Ketuk nomor untuk menyimpan berita itu untuk Anda. Balas pesan ini untuk bertanya tentang salah satunya.',
  },

  labels: {
    otherDigest: 'Pindah ke kiriman lain',
    ownDigest: '+ Kiriman tersendiri',
    newPack: 'Buat paket',
    copyLink: 'Salin tautan',
    share: 'Kirim ke seseorang',
    rename: 'Ganti nama',
    deletePack: 'Hapus paket ini',
    reallyDelete: 'Ya, hapus',
    followAll: 'Ikuti semuanya',
    packs: 'Paket saya',
    search: 'Cari di daftar',
    folder: 'Folder',
    mute: 'Bisukan',
    unmute: 'Bunyikan',
    ownName: 'Pakai nama aslinya',
    noFolder: 'Tanpa folder',
    shorter: 'Lebih pendek',
    longer: 'Lebih panjang',
    keySentences: 'Kalimat kunci',
    bySummary: 'Rangkumannya',
    myLanguage: 'Dalam bahasa saya',
    itsLanguage: 'Dalam bahasa aslinya',
    chooseChannel: 'Pilih kanal',
    allTopics: 'Semua topik',
    byTopic: 'Topik',
    bySource: 'Sumber',
    everything: 'Di mana pun, kapan pun',
    export: 'Ekspor data saya',
    deleteMine: 'Hapus data saya',
    privacy: 'Apa yang disimpan',
    back: '‹ Kembali',
  },

  packs: {
    title: 'Paket',
    what: 'Paket adalah kumpulan topik dan sumber dalam satu tautan. Siapa pun yang membukanya melihat dulu, lalu mengikuti semua atau sebagian.',
    none: 'Anda belum punya paket.',
    askName: 'Apa nama paketnya? Isinya mulai dari semua yang Anda ikuti di sini; nanti bisa Anda kurangi.',
    full: (limit) => `Anda sudah punya ${n(limit)} paket, dan itu batasnya. Hapus satu dulu.`,
    contents: (topics, sources) => `${n(topics)} topik, ${n(sources)} sumber`,
    choose: 'Ketuk untuk memasukkan atau mengeluarkan.',
    link: (link) => `Tautannya: ${link}`,
    everybody: 'Siapa pun yang punya tautan melihat alamat di dalamnya.',
    askRename: 'Apa nama baru paketnya?',
    deleted: (name) => `Paket “${name}” sudah dihapus. Yang sudah mengikuti tidak terpengaruh.`,
    deleteWhat: (name) =>
      `Hapus paket “${name}”? Tautannya berhenti berfungsi; yang sudah mengikuti tidak terpengaruh.`,
    offer: 'Seseorang membagikan ini kepada Anda. Ikuti semuanya, atau ketuk yang Anda mau.',
    followedAll: (count) => `Anda kini mengikuti ${n(count)} tambahan.`,
    nothingMore: 'Anda sudah mengikuti semuanya.',
    undone: 'Diurungkan.',
    noLonger: 'Paket ini sudah tidak ada. Pilih topik di sini saja.',
  },

  deepLink: {
    topic: (name) => `Anda sekarang mengikuti ${name}.`,
    source: (name) => `Anda sekarang mengikuti ${name}.`,
    gone: 'Yang dituju tautan itu sudah tidak ada. Pilih topik di sini saja.',
  },

  list: {
    inDigest: (numbers) => `kiriman ${numbers}`,
    topics: 'Topik',
    sources: 'Sumber',
    loose: 'Sumber lain',
    failing: 'Tidak terbaca',
    mutedGroup: 'Dibisukan',
    muted: 'dibisukan',
    group: (name, count) => `${name} · ${n(count)}`,
    chooseGroup: 'Buka sebuah kelompok, atau cari.',
    askSearch: 'Apa yang Anda cari? Tulis sebagian nama atau alamatnya.',
    found: (words, count) => `“${words}”: ${n(count)} ditemukan.`,
    nothing: 'Tidak ada apa-apa di sini.',
  },

  item: {
    inDigest: (numbers) => `Masuk kiriman ${numbers}.`,
    inNoDigest: 'Saat ini tidak masuk kiriman mana pun.',
    askDigest: 'Masukkan ke kiriman mana? Ketuk satu, atau tulis nomornya atau jam seperti 18.30.',
    moved: (number) => `Mulai sekarang masuk kiriman ${number}.`,
    topic: 'Topik: artikel yang cocok dari semua sumber.',
    folder: (name) => `Di folder ${name}.`,
    mutedNote: 'Dibisukan: tidak dimuat dalam kiriman. Anda tetap mengikutinya.',
    unmuted: 'Kiriman Anda memuatnya lagi.',
    well: (age) => `Berjalan baik; terakhir dibaca ${age}.`,
    unread: 'Belum pernah dibaca.',
    newest: (age) => `Artikel terbarunya terbit ${age}.`,
    failing: (day) => `Tidak bisa dibaca sejak ${day}.`,
    stopped: 'Sudah tidak ada.',
    lastWeek: (count) => `${n(count)} artikel dalam tujuh hari terakhir.`,
    askName: 'Anda ingin memberinya nama apa?',
    askFolder: 'Folder mana? Ketuk satu, atau tulis nama yang baru.',
  },

  reply: {
    about: (title) => `Menelusuri “${title}”…`,
    aboutAll: 'Menelusuri artikel dalam pesan itu…',
  },

  again: {
    writing: 'Menulis ulang…',
    noModel:
      'Hanya AI yang bisa menulis ulang atau menerjemahkannya, dan sekarang tidak ada yang tersedia. Ini kalimat-kalimat asli dari teksnya.',
  },

  forward: {
    from: (title) => `Ini dari ${title}. Apa yang harus saya lakukan?`,
    chosen: (title) => `Anda memilih ${title}.`,
    closed: (title) =>
      `${title} tidak punya alamat publik, jadi saya tidak bisa membacanya. Kanal publik bisa saya ikuti.`,
    choose:
      'Ketuk tombol di bawah, dan Telegram menampilkan kanal Anda. Yang punya alamat publik bisa saya ikuti.',
  },

  preview: {
    yesterday: (count) => `Jika diikuti, dalam 24 jam terakhir akan ada ${n(count)} artikel.`,
    week: (count) =>
      `Jumlahnya ${n(count)} artikel dalam tujuh hari terakhir, dimuat dalam kiriman biasa Anda.`,
    overlap: (known, all) => `${n(known)} dari ${n(all)} artikel ini sudah sampai kepada Anda.`,
  },

  search: {
    ask: 'Apa yang harus saya cari? Tulis beberapa kata.',
    nothing: 'Tidak ada yang memuat kata-kata ini dalam artikel yang sudah saya baca. Coba kata lain.',
    nothingNarrowed: 'Tidak ada di sini. Perluas pencarian dengan tombol di bawah.',
    inTopic: (name) => `Dalam topik ${name}`,
    fromSource: (name) => `Dari ${name}`,
    chooseTopic: 'Hanya dalam topik mana?',
    chooseSource: 'Hanya dari sumber mana?',
    ages: { 0: 'Kapan pun', 1: '1 hari', 7: '7 hari', 30: '30 hari' },
  },

  inline: {
    open: 'Buka obrolan bot',
    nothing: 'Tidak ada; buka obrolan',
    readIt: 'Rangkum di obrolan bot',
  },

  data: {
    everything: 'Semua yang saya simpan tentang obrolan ini, sebagai JSON.',
    opml: 'Sumber yang Anda ikuti, sebagai OPML: bisa dibaca pembaca feed mana pun.',
    privacyTitle: 'Apa yang disimpan, dan siapa yang melihat',
    kept: [
      'ID Telegram Anda, nama obrolan ini, bahasa, tempat, dan pengaturan Anda.',
      'Yang Anda ikuti, paket, folder, filter, artikel tersimpan, dan pendapat Anda.',
      'Artikel mana yang sudah dimuat, supaya tidak ada yang datang dua kali.',
      'Pertanyaan hanya disimpan selama sedang dijawab, paling lama 15 menit.',
      'Teks yang Anda kirim untuk dirangkum disimpan tiga hari, untuk tombol di bawah rangkumannya; yang terakhir ditampilkan juga.',
    ],
    howLong: (days) =>
      `Teks artikel dihapus setelah ${n(days)} hari. Yang milik Anda tetap ada sampai Anda menghapusnya.`,
    noModel:
      'Tidak ada model bahasa yang dipakai di sini: yang Anda tulis tidak keluar dari sini selain ke Telegram.',
    model: (name, host) =>
      `Artikel yang dirangkum dan pertanyaan beserta artikel terkait dikirim ke model ${name} di ${host}; nama, ID, dan langganan Anda tidak.`,
    rights: '/export memberi Anda semuanya sebagai berkas. /delete menghapusnya untuk selamanya.',
  },
}
