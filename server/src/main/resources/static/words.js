// What the page says, in Chinese and in English.
const WORDS = {
  'zh-CN': {
    skip: '跳到“说一件事”', brand: '呼应', api: '接口', theme: '深色', themeBack: '浅色', motto: '每一声呼，都有一声应。', today: '今天',
    sayTitle: '说一件事', sayHint: '不用账号，真的会有人接', item: '是哪方面的事', street: '在哪个街道', anyItem: '说不清，你们看', anyStreet: '说不清',
    text: '怎么回事', needed: '必填', textPh: '比如：小区门口的路灯有三盏不亮，下夜班看不清路', place: '具体位置', placePh: '比如：和风里 3 号楼东侧',
    phone: '手机号', phoneWhy: '选填，只用来回您话', photo: '附一张照片', send: '发送', sending: '正在发……', draft: '草稿已存在这台设备上',
    number: '编号', secret: '查询码', rateAsk: '办好了，您看看满不满意', again: '再说一件',
    latest: '刚刚', live: '实时', waiting: '正在取……', none: '还没有人说话。您先来一声。', figures: '这两周',
    inHand: '正在办', closed: '今天办完', overdue: '超时未办', satisfied: '满意', ratedOf: n => `${n} 位评过`,
    chart: '两周来的呼（上）与办完（下）', asTable: '看表格', day: '日', calls: '呼', done: '办完',
    loopTitle: '一件事怎么走', loopHint: '边框画了多少，事就走了多少',
    who: '谁来接：先看这块地方的岗位，再看责任清单上的单位，都没有就逐级往上。每一步都写明为什么是他、到什么时候。',
    accounts: '账号', password: '密码都是', onlyDemo: '，只在演示里有效', copied: '已复制',
    doorsLater: '居民、网格员、工作台、指挥屏四个前台还在做；这些账号眼下用在接口页上。', tour: '五分钟走一圈',
    foot: '呼应 Huying · Apache-2.0 · 一个进程、一个数据库，可以装在自己的机房里。', apiLong: '接口说明（OpenAPI 3.1）', apiRaw: '接口文件',
    where: (names, s) => `演示城：${names}，${s.streets} 个街镇、${s.communities} 个社区和村、${s.grids} 个网格。`,
    served: names => `${names}的基层治理平台。`,
    honest: '区划名称是真的，人和事是编的，地图布局是示意。', several: '这台服务器为多个区县服务。', moving: '演示自己在转，几秒来一件', off: at => `断开了，显示 ${at} 的数`,
    empty: '还没写怎么回事。一句话就行。', phoneShort: n => `手机号是 11 位，还差 ${n} 位。`, phoneLong: '手机号是 11 位，请看看是不是多了。',
    notSent: '没发出去，您写的都还在。', notFetched: '没取到，不是您的问题，过几秒自己会再试。', busy: '来得太快了，歇一分钟再发。', bigPhoto: '照片请在 10 MB 以内，JPEG 或 PNG。',
    call: '您说的', answer: '回应', awaiting: '等回音',
    tourSteps: ['在上面说一件事，记下编号和查询码', '看它在“刚刚”里出现，边框一点点画上', '街道值班员受理，按规则派给该管的人', '到场、办好、交照片，街道核查', '轮到您评价；说没解决，就重新办'],
    states: { REPORTED: '已提交', ACCEPTED: '已受理', DISPATCHED: '待签收', IN_PROGRESS: '处理中', HANDLED: '已办结', VERIFYING: '等评价', RATED: '已评价', CLOSED: '已了结', REJECTED: '不受理', RETURNED: '退回待改派', REWORK: '重办' },
    told: { REPORTED: '收到您的话了', ACCEPTED: '接下了，正在安排人', DISPATCHED: u => `交给${u}了`, IN_PROGRESS: u => `${u}正在处理`, HANDLED: '办好了，去核实一下', VERIFYING: '办好了，等您评价', RATED: '谢谢您的评价', CLOSED: '这件事办完了', REJECTED: '这件事我们办不了', RETURNED: '正在安排人', REWORK: '您说没解决，重新在办' },
    unit: '承办单位', next: at => `${at} 前给您下一句话`, acts: { report: '您说了这件事', accept: '接下了', reject: '办不了，写明了原因', classify: '归了类', locate: '对了位置', dispatch: '派给了人', acknowledge: '有人接手了', return: '不归他管，改派', handle: '办好了', verify: '去现场看过', rate: '您评价了', unreached: '没联系上您', close: '这件事办完了' },
    way: [['REPORTED', '提交', '居民、网格员或热线'], ['ACCEPTED', '受理', '街道值班员'], ['DISPATCHED', '派遣', '按规则，写明为什么'], ['IN_PROGRESS', '处理', '岗位上的人或单位'], ['HANDLED', '办结', '交处置前后照片'], ['VERIFYING', '核查', '派的人去看'], ['RATED', '评价', '谁说的谁评'], ['CLOSED', '了结', '记录成链，改不了']],
    aside: [['RETURNED', '不归他管：退回改派'], ['REWORK', '没解决：重办'], ['REJECTED', '办不了：说明原因、该找谁']],
    ago: s => s < 60 ? '刚刚' : s < 3600 ? `${Math.floor(s / 60)} 分钟前` : s < 86400 ? `${Math.floor(s / 3600)} 小时前` : `${Math.floor(s / 86400)} 天前`,
    role: { 'grid-worker': '网格员', 'grid-chief': '网格长', 'community-desk': '社区', 'street-desk': '街道', 'county-desk': '指挥中心', 'unit-handler': '部门', leader: '负责人', 'system-admin': '系统管理员', 'security-admin': '安全管理员', 'audit-admin': '审计管理员' },
    apiTitle: '接口', apiIntro: '从代码生成的 OpenAPI 3.1。每个操作都写着要哪项权限；登录后可以在这里直接试。', home: '回首页', region: '区划代码', login: '账号', pass: '密码', signin: '登录', signedAs: n => `已登录：${n}`, signout: '退出', try: '试一试', permission: '权限', open: '谁都可以', signedIn: '登录即可', body: '请求正文', noIn: '没取到接口文件。',
  },
  en: {
    skip: 'Skip to “Tell us something”', brand: 'Huying', api: 'API', theme: 'Dark', themeBack: 'Light', motto: 'Every call gets an answer.', today: 'today',
    sayTitle: 'Tell us something', sayHint: 'No account needed; somebody will really take it', item: 'What is it about', street: 'In which street or town', anyItem: 'Hard to say, you choose', anyStreet: 'Hard to say',
    text: 'What happened', needed: 'needed', textPh: 'For example: three street lamps at our gate are out, the way home is dark', place: 'Where exactly', placePh: 'For example: east of building 3',
    phone: 'Phone', phoneWhy: 'optional, only to answer you', photo: 'Add a photo', send: 'Send', sending: 'Sending…', draft: 'Your draft is kept on this device',
    number: 'Number', secret: 'Tracking code', rateAsk: 'It is done. Is it better now?', again: 'Tell us something else',
    latest: 'Just now', live: 'live', waiting: 'Fetching…', none: 'Nobody has called yet. Be the first.', figures: 'These two weeks',
    inHand: 'In hand', closed: 'Closed today', overdue: 'Overdue', satisfied: 'Satisfied', ratedOf: n => `${n} rated`,
    chart: 'Calls (up) and matters closed (down) in two weeks', asTable: 'As a table', day: 'Day', calls: 'Calls', done: 'Closed',
    loopTitle: 'How a matter goes', loopHint: 'the edge is drawn as far as the matter has come',
    who: 'Who takes it: first the post on that ground, then the unit on the duty list, else the level above. Each step says why this one, and until when.',
    accounts: 'Accounts', password: 'Password of all:', onlyDemo: ', only in this demo', copied: 'Copied',
    doorsLater: 'The four front ends (resident, field, desk, wall) are being built; for now these accounts sign in on the API page.', tour: 'Around in five minutes',
    foot: 'Huying 呼应 · Apache-2.0 · one process and one database, in your own server room.', apiLong: 'API (OpenAPI 3.1)', apiRaw: 'API document',
    where: (names, s) => `Demo town: ${names}, ${s.streets} streets and towns, ${s.communities} communities and villages, ${s.grids} grids.`,
    served: names => `The platform for grassroots governance of ${names}.`,
    honest: 'Divisions are real; people and matters are made up, the layout is schematic.', several: 'This server serves several counties.', moving: 'The demo runs by itself, a call every few seconds', off: at => `Disconnected; figures of ${at}`,
    empty: 'Tell us what happened. One sentence will do.', phoneShort: n => `A phone number has 11 digits; ${n} are missing.`, phoneLong: 'A phone number has 11 digits; there are too many.',
    notSent: 'Not sent yet. What you wrote is still here.', notFetched: 'Could not fetch it. Not your fault; we try again in a moment.', busy: 'That was quick. Please wait a minute.', bigPhoto: 'A photo has at most 10 MB, JPEG or PNG.',
    call: 'You said', answer: 'Answer', awaiting: 'Answer owed',
    tourSteps: ['Tell something above; note the number and the code', 'See it appear on the right, its edge drawn bit by bit', 'The street desk accepts; a rule gives it to whom it concerns', 'Somebody goes, puts it right, sends pictures; the desk checks', 'Your turn to rate; say it is not solved, and it is done again'],
    states: { REPORTED: 'Sent', ACCEPTED: 'Accepted', DISPATCHED: 'Assigned', IN_PROGRESS: 'In progress', HANDLED: 'Handled', VERIFYING: 'Being checked', RATED: 'Rated', CLOSED: 'Closed', REJECTED: 'Declined', RETURNED: 'Sent back', REWORK: 'Redo' },
    told: { REPORTED: 'We have it', ACCEPTED: 'Taken up; we are finding the right people', DISPATCHED: u => `Given to ${u}`, IN_PROGRESS: u => `${u} is on it`, HANDLED: 'Done; we are checking', VERIFYING: 'Done; waiting for your word', RATED: 'Thank you for rating', CLOSED: 'This is done', REJECTED: 'We cannot do this', RETURNED: 'We are finding the right people', REWORK: 'You said it is not solved; doing it again' },
    unit: 'the unit', next: at => `You will hear by ${at}`, acts: { report: 'You told us', accept: 'Taken up', reject: 'Declined, with the reason', classify: 'Classified', locate: 'Placed', dispatch: 'Assigned', acknowledge: 'Somebody took it', return: 'Not theirs, sent back', handle: 'Done', verify: 'Checked on site', rate: 'You rated', unreached: 'Could not reach you', close: 'Closed' },
    way: [['REPORTED', 'Sent', 'by resident, grid worker or hotline'], ['ACCEPTED', 'Accepted', 'by the street desk'], ['DISPATCHED', 'Assigned', 'by a rule, with the reason'], ['IN_PROGRESS', 'In progress', 'by a post or a unit'], ['HANDLED', 'Handled', 'with pictures before and after'], ['VERIFYING', 'Checked', 'by those who assigned it'], ['RATED', 'Rated', 'by whoever called'], ['CLOSED', 'Closed', 'chained, cannot be edited']],
    aside: [['RETURNED', 'Not theirs: sent back'], ['REWORK', 'Not solved: done again'], ['REJECTED', 'Cannot be done: reason, and whom to ask']],
    ago: s => s < 60 ? 'just now' : s < 3600 ? `${Math.floor(s / 60)} min ago` : s < 86400 ? `${Math.floor(s / 3600)} h ago` : `${Math.floor(s / 86400)} d ago`,
    role: { 'grid-worker': 'Grid worker', 'grid-chief': 'Grid chief', 'community-desk': 'Community', 'street-desk': 'Street', 'county-desk': 'Dispatch centre', 'unit-handler': 'Department', leader: 'Leader', 'system-admin': 'System admin', 'security-admin': 'Security admin', 'audit-admin': 'Audit admin' },
    apiTitle: 'API', apiIntro: 'OpenAPI 3.1, generated from the code. Every operation names the permission it asks for; sign in and try it here.', home: 'Front page', region: 'Region', login: 'Account', pass: 'Password', signin: 'Sign in', signedAs: n => `Signed in: ${n}`, signout: 'Sign out', try: 'Try it', permission: 'Permission', open: 'anyone', signedIn: 'anyone signed in', body: 'Request body', noIn: 'The API document could not be fetched.',
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

function icon(id, classes = 'i') {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('class', classes);
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(ns, 'use');
  use.setAttribute('href', `icons.svg#${id}`);
  svg.append(use);
  return svg;
}

function remember(key, value) {
  try { localStorage.setItem(`huying.${key}`, value); } catch { /* no storage, no memory */ }
}

function recall(key) {
  try { return localStorage.getItem(`huying.${key}`); } catch { return null; }
}

function forget(key) {
  try { localStorage.removeItem(`huying.${key}`); } catch { /* nothing to forget */ }
}

/** Puts the words of the chosen language on everything that carries a key. */
function speak() {
  const words = t();
  document.querySelectorAll('[data-t]').forEach(node => { node.textContent = words[node.dataset.t] ?? node.textContent; });
  document.querySelectorAll('[data-ph]').forEach(node => { node.placeholder = words[node.dataset.ph] ?? ''; });
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
    remember('lang', root.lang);
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
