/**
 * What somebody might call themselves, a ship or anything else to get a screen, a file or a program to do something for them. All
 * are names that are taken: at most 60 characters on one line. What could run sets `window.taken`.
 */
const MARKUP = [
  '<script>window.taken=1</script>',
  '<ScRiPt>window.taken=1</sCrIpT>',
  '</title><script>window.taken=1</script>',
  '</textarea><script>window.taken=1</script>',
  '<!--><script>window.taken=1</script>-->',
  ']]><script>window.taken=1</script>',
  '<img src=x onerror="window.taken=1">',
  '"><img src=x onerror=window.taken=1>',
  '<img/src/onerror=window.taken=1>',
  '<input autofocus onfocus=window.taken=1>',
  '<details open ontoggle=window.taken=1>',
  '<video><source onerror="window.taken=1"></video>',
  '<body onload=window.taken=1>',
  '<a href="javascript:window.taken=1">press me</a>',
  '<iframe srcdoc="<script>top.taken=1</script>">',
  '<object data="javascript:window.taken=1">',
  '<embed src="javascript:window.taken=1">',
  '<form action="javascript:window.taken=1"><input type=submit>',
  '<base href="https://evil.example/">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "javascript:window.taken=1"</style>',
  '<div style="position:fixed;inset:0;background:red">x</div>',
  '<plaintext>',
  '&lt;script&gt;window.taken=1&lt;/script&gt;',
  '&#60;script&#62;window.taken=1&#60;/script&#62;',
]

const FOREIGN_MARKUP = [
  '<svg onload="window.taken=1"></svg>',
  `'><svg/onload=window.taken=1>`,
  '<svg><script>window.taken=1</script></svg>',
  '<svg><animate onbegin=window.taken=1 attributeName=x dur=1s>',
  '<math><mtext><script>window.taken=1</script>',
  '<math><a xlink:href="javascript:window.taken=1">x',
]

const SCRIPT = [
  'javascript:window.taken=1',
  'data:text/html,<script>top.taken=1</script>',
  '" onmouseover="window.taken=1" x="',
  "' autofocus onfocus='window.taken=1",
  "';window.taken=1;//",
  '`${window.taken=1}`',
  '</script><script>window.taken=1</script>',
]

const TEMPLATES = [
  '{@html window.taken=1}',
  '{window.taken=1}',
  '{{constructor.constructor("window.taken=1")()}}',
  '<%= window.taken=1 %>',
  '${7*7} #{7*7} {{7*7}} %s %d %n',
]

const FORMULAS = [
  '=1+1',
  '=HYPERLINK("http://evil.example","press me")',
  '+cmd|"/C calc"!A0',
  '-2+3+cmd|"/C calc"!A0',
  '@SUM(1+1)*cmd|"/C calc"!A0',
  'a;=1+1',
  '","=1+1","',
]

const QUERIES_AND_PATHS = [
  "Robert'); DROP TABLE event;--",
  "' OR '1'='1",
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '/dev/null; rm -rf $HOME; $(reboot) `reboot`',
  'a.html"; filename="evil.exe',
]

const NAMES_OF_OBJECTS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'undefined', 'null', 'NaN']

const JSON_AND_LINES = [
  '"}],"role":"instructor","x":[{"',
  '\\u003cscript\\u003e',
  '\\r\\nSet-Cookie: bulkhead=1',
  '%0d%0aSet-Cookie:%20bulkhead=1',
  '\\x1b[2J\\e[31m ^[[0m',
  'bulkhead_events_total{ship="a"} 1e9 # HELP',
]

const LETTERS = [
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034d A\u0336\u0315L\u0361\u0321G\u035c\u0340O\u0321',
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨🏽‍🚀',
  'pay\u200bpal \u2060\u00adzero\u200cwidth\u200d',
  'Саptаin', // homoglyphs: С, а and а are Cyrillic
  'مرحبا بالقبطان שלום',
  'Ａ１　ｆｕｌｌ ﷽ ﬃ İı ǅ ß',
  '字'.repeat(60),
  '𠜎'.repeat(60), // outside the basic plane: 120 halves
  'W'.repeat(60),
]

export const HOSTILE_NAMES: readonly string[] = [
  ...[MARKUP, FOREIGN_MARKUP, SCRIPT, TEMPLATES, FORMULAS, QUERIES_AND_PATHS],
  ...[NAMES_OF_OBJECTS, JSON_AND_LINES, LETTERS],
].flat()

/** What no name and no text may be, by what it is: a screen, a terminal or a file would do something else with it than show it. */
export const REFUSED_NAMES: Readonly<Record<string, string>> = {
  'a line break': 'a\nb',
  'a header of its own': 'a\r\nSet-Cookie: bulkhead=1',
  'a line of the log': 'a\n{"level":30,"msg":"forged"}',
  'a tab': '\t=1+1',
  'a null byte': 'a\u0000.exe',
  'an escape': '\u001b[2J\u001b[31mred',
  'an escape of eight bits': '\u009b2J',
  'a bell': 'a\u0007',
  'a backspace': 'safe\u0008\u0008\u0008\u0008evil',
  'a delete': 'a\u007f',
  'text turned round': 'gpj.\u202eexe',
  'text turned left': 'a\u202db',
  'text isolated': 'a\u2067b\u2069',
  'a mark of direction': 'a\u200fb\u061c',
  'a line separator': 'a\u2028b\u2029',
  'the first half of a character': 'a\ud800',
  'the second half of a character': '\udc00a',
  'halves the wrong way round': 'a\udc00\ud800b',
  nothing: '',
  spaces: ' \u00a0\u3000',
  'nothing that can be seen': '\u200b\u2060\u00ad\u3164\u2800\ufeff',
}
