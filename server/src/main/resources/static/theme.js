// Runs before the first paint: the saved choice, else what the system prefers.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  let theme = null;
  let lang = null;
  try {
    theme = localStorage.getItem('huying.theme');
    lang = localStorage.getItem('huying.language');
  } catch { /* no storage, no memory */ }
  root.dataset.theme = theme ?? (dark ? 'dark' : 'light');
  const asked = new URLSearchParams(location.search).get('lang');
  root.lang = (asked ?? lang) === 'en' ? 'en' : 'zh-CN';
})();
