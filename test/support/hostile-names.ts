/** What somebody might call themselves, or a ship, to get a screen to do something for them. Each would set `window.taken`. */
export const HOSTILE_NAMES: readonly string[] = [
  '<script>window.taken=1</script>',
  '<img src=x onerror="window.taken=1">',
  '<svg onload="window.taken=1"></svg>',
  '"><img src=x onerror=window.taken=1>',
  `'><svg/onload=window.taken=1>`,
  'javascript:window.taken=1',
  '<iframe srcdoc="<script>top.taken=1</script>">',
  '<a href="javascript:window.taken=1">press me</a>',
  '</title><script>window.taken=1</script>',
  '<style>@import "javascript:window.taken=1"</style>',
  '{@html window.taken=1}',
  '<math><mtext><script>window.taken=1</script>',
]
