// The front page: what this place is, its pulse, and a form that is really answered.
const GLYPH = { REPORTED: 's-reported', ACCEPTED: 's-accepted', DISPATCHED: 's-dispatched', IN_PROGRESS: 's-working', HANDLED: 's-handled', VERIFYING: 's-verifying', RATED: 's-rated', CLOSED: 's-closed', REJECTED: 's-rejected', RETURNED: 's-returned', REWORK: 's-rework' };
const EVERY = 2000;
let welcome = null;
let pulse = null;
let following = null;
let key = requestKey();

const glyph = state => icon(GLYPH[state] ?? 's-reported', `sq is-${state.toLowerCase()}`);
const figure = number => String(number).replace(/\B(?=(\d{3})+$)/g, '\u2009');
const english = () => document.documentElement.lang === 'en';
const short = name => name.replace(/(社区)?(居民委员会|村民委员会|居委会|村委会)$/, '$1');

/** A time as people there say it: the clock of the place, not of the reader. */
function clock(text) {
  const zone = 8 * 3600 * 1000;
  const today = new Date(Date.now() + zone).toISOString().slice(0, 10) === text.slice(0, 10);
  const time = text.slice(11, 16);
  return today ? time : `${Number(text.slice(5, 7))}-${Number(text.slice(8, 10))} ${time}`;
}

function place() {
  const words = t();
  if (!welcome) return;
  const demo = Boolean(welcome.guide);
  const names = welcome.names.join(' ');
  byId('where').textContent = !welcome.region ? words.several : demo ? words.where(`${names} ${welcome.region}`, welcome.sizes) : words.served(names);
  byId('honest').textContent = demo ? words.honest : '';
  byId('moving').textContent = demo ? words.moving : '';
  choices('item', welcome.items.map(one => [one.key, english() ? one.en : one.zh]), words.anyItem);
  choices('street', welcome.streets.map(one => [one.code, one.name]), words.anyStreet);
  byId('demo').hidden = !demo;
  if (demo) guide(welcome.guide);
}

function choices(id, options, none) {
  const chosen = byId(id).value;
  byId(id).replaceChildren(el('option', { value: '' }, none), ...options.map(([value, name]) => el('option', { value }, name)));
  byId(id).value = options.some(([value]) => value === chosen) ? chosen : '';
}

function guide({ password, accounts }) {
  const words = t();
  byId('password').textContent = password;
  byId('people').replaceChildren(...accounts.map(one => el('tr', {},
    el('td', {}, el('b', {}, words.role[one.role] ?? one.role)),
    el('td', {}, `${one.name} · ${short(one.place)}`),
    el('td', {}, el('button', { type: 'button', class: 'copy', 'aria-label': `${words.login} ${one.login}`, on: { click: copy } }, el('code', {}, one.login), icon('i-copy'))),
    el('td', {}, english() ? one.does.en : one.does.zh))));
  byId('tour').replaceChildren(...words.tourSteps.map((step, i) => el('li', {}, glyph(['REPORTED', 'ACCEPTED', 'IN_PROGRESS', 'VERIFYING', 'CLOSED'][i]), el('span', {}, step))));
}

async function copy(event) {
  const button = event.currentTarget;
  await navigator.clipboard?.writeText(button.textContent).catch(() => null);
  button.title = t().copied;
}

function loop() {
  const words = t();
  byId('way').replaceChildren(...words.way.map(([state, name, who]) => el('li', {}, glyph(state), el('b', {}, name), el('span', {}, who))));
  byId('aside').replaceChildren(...words.aside.map(([state, text]) => el('li', {}, glyph(state), text)));
}

async function beat() {
  const words = t();
  try {
    pulse = await call(`api/v1/${welcome.region}/pulse`);
    figures();
    latest();
    byId('fresh').textContent = words.live;
  } catch {
    byId('fresh').textContent = pulse ? words.off(clock(pulse.at)) : words.notFetched;
  }
}

function figures() {
  const words = t();
  for (const name of ['received', 'answered', 'inHand', 'closed', 'overdue']) byId(name).textContent = figure(pulse[name]);
  byId('overdue').classList.toggle('late', pulse.overdue > 0);
  byId('satisfied').textContent = pulse.satisfaction === null || pulse.satisfaction === undefined ? '—' : `${Math.round(pulse.satisfaction * 1000) / 10}%`;
  byId('rated').textContent = pulse.rated ? words.ratedOf(figure(pulse.rated)) : '';
  bars();
}

function bars() {
  const ns = 'http://www.w3.org/2000/svg';
  const draw = (name, attributes, text) => {
    const node = document.createElementNS(ns, name);
    Object.entries(attributes).forEach(([attribute, value]) => node.setAttribute(attribute, value));
    if (text !== undefined) node.textContent = text;
    return node;
  };
  const most = Math.max(1, ...pulse.days.flatMap(day => [day.called, day.closed]));
  const wide = 900 / pulse.days.length;
  const parts = [draw('line', { x1: 0, x2: 900, y1: 75, y2: 75 })];
  pulse.days.forEach((day, i) => {
    const x = i * wide + wide / 2;
    const up = day.called / most * 52;
    const down = day.closed / most * 52;
    parts.push(draw('rect', { class: 'up', x: x - 13, y: 74 - up, width: 26, height: up, rx: 2 }));
    parts.push(draw('rect', { class: 'down', x: x - 13, y: 76, width: 26, height: down, rx: 2 }));
    if (day.called) parts.push(draw('text', { class: 'n', x, y: 69 - up }, day.called));
    if (day.closed) parts.push(draw('text', { class: 'n', x, y: 88 + down }, day.closed));
    parts.push(draw('text', { x, y: 149 }, day.day.slice(5).replace('-', '/')));
  });
  byId('bars').replaceChildren(...parts);
  byId('bars-t').replaceChildren(...pulse.days.map(day => el('tr', {}, el('td', {}, day.day), el('td', {}, String(day.called)), el('td', {}, String(day.closed)))));
}

let before = new Set();
function latest() {
  const words = t();
  const list = byId('lines');
  if (!pulse.latest.length) {
    list.replaceChildren(el('li', { class: 'empty' }, words.none));
    return;
  }
  const seen = new Set();
  list.replaceChildren(...pulse.latest.map(one => {
    const id = `${one.at}${one.itemZh}${one.place}`;
    seen.add(id);
    const seconds = Math.max(0, (new Date(pulse.at) - new Date(one.at)) / 1000);
    return el('li', { class: before.size && !before.has(id) ? 'new' : null },
      glyph(one.state),
      el('div', { class: 'what' }, el('b', {}, english() ? one.itemEn : one.itemZh), ` · ${one.place}`, el('div', { class: `word is-${one.state.toLowerCase()}` }, words.states[one.state] ?? one.state)),
      el('span', { class: 'at' }, words.ago(seconds)));
  }));
  before = seen;
}

// the form

const FIELDS = ['item', 'street', 'text', 'place', 'phone'];

function keepDraft() {
  const draft = Object.fromEntries(FIELDS.map(id => [id, byId(id).value]));
  remember('draft', JSON.stringify(draft));
  byId('draft').hidden = !draft.text;
}

function takeDraft() {
  const draft = JSON.parse(recall('draft') ?? '{}');
  FIELDS.forEach(id => { if (draft[id]) byId(id).value = draft[id]; });
}

function wrong(id, message) {
  const note = byId(`${id}-e`);
  note.textContent = message;
  note.hidden = !message;
  if (byId(id)) byId(id).toggleAttribute('aria-invalid', Boolean(message));
  if (message) byId(id)?.setAttribute('aria-invalid', 'true');
}

function checkPhone() {
  const digits = byId('phone').value.replace(/[ -]/g, '');
  const message = !digits || digits.startsWith('+') || digits.length === 11 ? '' : digits.length < 11 ? t().phoneShort(11 - digits.length) : t().phoneLong;
  wrong('phone', message);
  return !message;
}

function checkText() {
  wrong('text', byId('text').value.trim() ? '' : t().empty);
  return Boolean(byId('text').value.trim());
}

async function send(event) {
  event.preventDefault();
  wrong('form', '');
  const okText = checkText();
  const okPhone = checkPhone();
  if (!okText || !okPhone) {
    byId(okText ? 'phone' : 'text').focus();
    return;
  }
  const button = byId('send');
  button.disabled = true;
  button.textContent = t().sending;
  try {
    const receipt = await call(`api/v1/${welcome.region}/matters`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
      body: JSON.stringify(await letter()),
    });
    key = requestKey();
    forget('draft');
    follow({ number: receipt.matter.number, secret: receipt.trackingSecret });
    byId('report').reset();
    byId('photo-name').textContent = t().photo;
  } catch (failure) {
    wrong('form', failure.status === 429 ? t().busy : `${t().notSent} ${failure.problem ? failure.message : ''}`);
  } finally {
    button.disabled = false;
    button.textContent = t().send;
  }
}

async function letter() {
  const text = byId('text').value.trim();
  const item = welcome.items.find(one => one.key === byId('item').value);
  const body = { channel: 'web', title: (item?.zh ?? text).slice(0, 40), text };
  if (item) body.item = item.key;
  if (byId('street').value) body.area = byId('street').value;
  if (byId('place').value.trim()) body.place = byId('place').value.trim();
  if (byId('phone').value.trim()) body.contact = { phone: byId('phone').value.trim() };
  const photo = byId('photo').files[0];
  if (photo) {
    const form = new FormData();
    form.append('file', photo);
    body.attachments = [(await call(`api/v1/${welcome.region}/attachments`, { method: 'POST', body: form })).id];
  }
  return body;
}

function follow(receipt) {
  following = receipt;
  remember('receipt', JSON.stringify({ ...receipt, region: welcome.region }));
  byId('report').hidden = true;
  byId('follow').hidden = false;
  byId('f-number').textContent = receipt.number;
  byId('f-secret').textContent = receipt.secret;
  track();
}

const tracked = (path = '', options = {}) => call(`api/v1/${welcome.region}/track/${following.number}${path}`, { ...options, headers: { 'X-Tracking-Secret': following.secret, ...options.headers } });

async function track() {
  if (!following) return;
  try {
    show(await tracked());
    wrong('follow', '');
  } catch (failure) {
    if (failure.status === 404) stop();
    else wrong('follow', t().notFetched);
  }
}

function show(progress) {
  const words = t();
  const told = words.told[progress.state] ?? '';
  byId('f-state').textContent = typeof told === 'function' ? told(progress.unit ?? words.unit) : told;
  byId('f-next').textContent = progress.outcome && ['VERIFYING', 'RATED', 'CLOSED'].includes(progress.state) ? progress.outcome : progress.due ? words.next(clock(progress.due)) : '';
  const rows = progress.moves.map(move => {
    const mine = move.act === 'report' || move.act === 'rate';
    return el('li', { class: mine ? 'call' : 'answer' }, el('span', { class: 'who', lang: 'zh', title: mine ? words.call : words.answer }, mine ? '呼' : '应'), words.acts[move.act] ?? move.act, el('time', {}, clock(move.at)));
  }).reverse();
  if (!['CLOSED', 'REJECTED', 'VERIFYING'].includes(progress.state)) rows.unshift(el('li', { class: 'await' }, el('span', { class: 'who', lang: 'zh' }, '应'), el('span', { class: 'faint' }, words.awaiting)));
  byId('f-line').replaceChildren(...rows);
  byId('rate').hidden = !progress.mayRate;
  byId('answers').replaceChildren(...welcome.answers.map(one => el('button', { type: 'button', class: 'chip', on: { click: () => rate(one.key) } }, english() ? one.en : one.zh)));
}

async function rate(answer) {
  try {
    show(await tracked('/rate', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ answer }) }));
  } catch (failure) {
    wrong('follow', failure.message);
  }
}

function stop() {
  following = null;
  forget('receipt');
  byId('follow').hidden = true;
  byId('report').hidden = false;
}

// together

function words() {
  speak();
  loop();
  place();
  if (pulse) {
    figures();
    latest();
  }
  document.title = english() ? 'Huying · Every call gets an answer' : '呼应 · 每一声呼，都有一声应';
}

async function start() {
  words();
  switches(() => { words(); track(); });
  byId('report').addEventListener('submit', send);
  byId('report').addEventListener('input', keepDraft);
  byId('phone').addEventListener('blur', checkPhone);
  byId('photo').addEventListener('change', () => { byId('photo-name').textContent = byId('photo').files[0]?.name ?? t().photo; });
  byId('again').addEventListener('click', () => { stop(); byId('text').focus(); });
  try {
    welcome = await call('api/v1/welcome');
  } catch {
    byId('fresh').textContent = t().notFetched;
    setTimeout(() => location.reload(), 5000);
    return;
  }
  place();
  takeDraft();
  if (!welcome.region) {
    document.querySelectorAll('.first, .figures').forEach(part => { part.hidden = true; });
    return;
  }
  const receipt = JSON.parse(recall('receipt') ?? 'null');
  if (receipt?.region === welcome.region) follow(receipt);
  await beat();
  setInterval(() => { if (!document.hidden) { beat(); track(); } }, EVERY);
}

start();
