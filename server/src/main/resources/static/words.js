// What the page says, in Chinese and in English.
const WORDS = {
  'zh-CN': {
    brand: '呼应', theme: '深色', themeBack: '浅色', needed: '必填', apiRaw: '接口文件', apiTitle: '接口', apiIntro: '从代码生成的 OpenAPI 3.1。每个操作都写着要哪项权限；登录后可以在这里直接试。', home: '回首页', region: '区划代码',
    login: '账号', pass: '密码', signin: '登录', signedAs: n => `已登录：${n}`, try: '试一试', open: '谁都可以', signedIn: '登录即可', body: '请求正文', noIn: '没取到接口文件。',
  },
  en: {
    brand: 'Huying', theme: 'Dark', themeBack: 'Light', needed: 'needed', apiRaw: 'API document', apiTitle: 'API',
    apiIntro: 'OpenAPI 3.1, generated from the code. Every operation names the permission it asks for; sign in and try it here.', home: 'Front page', region: 'Region',
    login: 'Account', pass: 'Password', signin: 'Sign in', signedAs: n => `Signed in: ${n}`, try: 'Try it', open: 'anyone', signedIn: 'anyone signed in', body: 'Request body',
    noIn: 'The API document could not be fetched.',
  },
};

const t = () => WORDS[document.documentElement.lang] ?? WORDS['zh-CN'];
const byId = id => document.getElementById(id);

/** An element with attributes and children; text is never parsed. */
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'on') Object.entries(value).forEach(([event, act]) => made.addEventListener(event, act));
    else if (value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

function remember(key, value) {
  try { localStorage.setItem(`huying.${key}`, value); } catch { /* no storage, no memory */ }
}

/** Puts the words of the chosen language on everything that carries a key. */
function speak() {
  const words = t();
  document.querySelectorAll('[data-t]').forEach(node => { node.textContent = words[node.dataset.t] ?? node.textContent; });
  const dark = document.documentElement.dataset.theme === 'dark';
  if (byId('theme')) byId('theme').textContent = dark ? words.themeBack : words.theme;
  const other = byId('lang');
  if (other) {
    const english = document.documentElement.lang === 'en';
    other.textContent = english ? '中文' : 'English';
    other.lang = english ? 'zh' : 'en';
  }
}

/** Wires the two switches; `after` runs when the language changed. */
function switches(after) {
  byId('theme')?.addEventListener('click', () => {
    const root = document.documentElement;
    root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
    remember('theme', root.dataset.theme);
    speak();
  });
  byId('lang')?.addEventListener('click', () => {
    const root = document.documentElement;
    root.lang = root.lang === 'en' ? 'zh-CN' : 'en';
    remember('language', root.lang);
    speak();
    after();
  });
}

/** JSON from the server; throws an Error with `status` and the problem's detail. */
async function call(path, options = {}) {
  const answer = await fetch(path, { ...options, headers: { 'Accept-Language': document.documentElement.lang, ...options.headers } });
  const json = await answer.json().catch(() => null);
  if (!answer.ok) {
    const errors = (json?.errors ?? []).map(one => one.detail ?? one.message ?? '').filter(Boolean).join(' ');
    throw Object.assign(new Error(errors || json?.detail || String(answer.status)), { status: answer.status, problem: json });
  }
  return json;
}

/** A key that makes a request the same request; random where the page is not served securely, too. */
function requestKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `web:${Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')}`;
}
