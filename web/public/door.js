// Before first paint: the saved look, else what the system prefers.
;(function () {
  var root = document.documentElement
  try {
    var theme = localStorage.getItem('huying.theme')
    var dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
    root.dataset.theme = location.pathname.indexOf('/screen') === 0 ? 'screen' : dark ? 'dark' : 'light'
    if (localStorage.getItem('huying.mode') === 'elder' && location.pathname.indexOf('/resident') === 0) root.dataset.mode = 'elder'
    if (location.pathname === '/resident/') root.dataset.first = ''
    root.lang = localStorage.getItem('huying.language') || (/^zh/.test(navigator.language) ? 'zh-CN' : 'en')
  } catch (e) {
    root.dataset.theme = 'light'
  }
})()
