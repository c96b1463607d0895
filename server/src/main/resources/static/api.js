// A small explorer of the API document: reads /openapi, nothing from elsewhere.
let spec = null;
let token = sessionStorage.getItem('huying.token');
let who = sessionStorage.getItem('huying.who');

const resolve = schema => schema?.$ref ? resolve(spec.components.schemas[schema.$ref.split('/').pop()]) : schema;

/** An example of what a schema asks for; required members first, nothing deeper than four levels. */
function example(schema, depth = 0) {
  const made = resolve(schema);
  if (!made || depth > 4) return null;
  if (made.example !== undefined) return made.example;
  if (made.enum) return made.enum[0];
  const type = Array.isArray(made.type) ? made.type.find(one => one !== 'null') : made.type;
  if (type === 'object' || made.properties) {
    return Object.fromEntries(Object.entries(made.properties ?? {}).map(([name, part]) => [name, example(part, depth + 1)]));
  }
  if (type === 'array') return [example(made.items, depth + 1)];
  if (type === 'integer' || type === 'number') return made.minimum ?? 0;
  if (type === 'boolean') return false;
  if (made.format === 'uuid') return '00000000-0000-0000-0000-000000000000';
  if (made.format === 'date-time') return new Date().toISOString();
  return '';
}

function operations() {
  const groups = new Map();
  for (const [path, item] of Object.entries(spec.paths)) {
    for (const verb of ['get', 'post', 'put', 'patch', 'delete']) {
      if (item[verb]) {
        const tag = (item[verb].tags?.[0] ?? 'api').replace(/-controller$/, '');
        groups.set(tag, [...groups.get(tag) ?? [], { path, verb, ...item[verb] }]);
      }
    }
  }
  return [...groups].sort(([one], [other]) => one.localeCompare(other));
}

function draw() {
  const words = t();
  const groups = operations();
  byId('tags').replaceChildren(...groups.map(([tag, all]) => el('a', { href: `#${tag}` }, `${tag} (${all.length})`)));
  byId('operations').replaceChildren(...groups.flatMap(([tag, all]) => [
    el('h2', { id: tag, class: 'apihead' }, tag),
    ...all.map(one => operation(one, words)),
  ]));
}

function operation(one, words) {
  const asked = one['x-permission'] ?? '';
  const permission = asked === 'open' ? words.open : asked === 'signed-in' ? words.signedIn : asked;
  const details = el('details', { class: 'op' }, el('summary', {},
    el('span', { class: `verb ${one.verb}` }, one.verb.toUpperCase()), el('code', {}, one.path), el('span', { class: 'perm' }, permission)));
  details.addEventListener('toggle', () => { if (details.open && details.children.length === 1) details.append(inside(one, words)); });
  return details;
}

function inside(one, words) {
  const args = (one.parameters ?? []).map(arg => {
    const input = el('input', { id: `${one.operationId}-${arg.name}`, value: arg.name === 'region' ? byId('region').value : arg.name === 'Idempotency-Key' ? requestKey() : '' });
    const label = el('label', { for: input.id }, `${arg.name} `, el('small', {}, `${arg.in}${arg.required ? ` · ${words.needed}` : ''}`));
    return { arg, input, part: el('div', {}, label, input) };
  });
  const media = one.requestBody?.content?.['application/json'];
  const body = media ? el('textarea', { 'aria-label': words.body, spellcheck: 'false' }) : null;
  if (body) body.value = JSON.stringify(example(media.schema), null, 2);
  const out = el('pre', { tabindex: '0', hidden: '' });
  const button = el('button', { type: 'button', class: 'btn soft', on: { click: () => attempt(one, args, body, out) } }, words.try);
  return el('div', { class: 'in' }, one.description ? el('p', { class: 'soft' }, one.description) : null,
    args.length ? el('div', { class: 'args' }, ...args.map(each => each.part)) : null,
    body ? el('div', {}, el('label', {}, words.body), body) : null, button, out);
}

async function attempt(one, args, body, out) {
  let path = one.path;
  const query = new URLSearchParams();
  const headers = { 'Accept-Language': document.documentElement.lang };
  for (const { arg, input } of args) {
    if (!input.value) continue;
    if (arg.in === 'path') path = path.replace(`{${arg.name}}`, encodeURIComponent(input.value));
    if (arg.in === 'query') query.append(arg.name, input.value);
    if (arg.in === 'header') headers[arg.name] = input.value;
  }
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body) headers['Content-Type'] = 'application/json';
  out.hidden = false;
  try {
    const answer = await fetch(path.slice(1) + (query.size ? `?${query}` : ''), { method: one.verb.toUpperCase(), headers, body: body?.value });
    const text = await answer.text();
    let shown = text;
    try { shown = JSON.stringify(JSON.parse(text), null, 2); } catch { /* not JSON */ }
    out.textContent = `${answer.status} ${answer.statusText}\n${['ETag', 'Location'].map(name => answer.headers.get(name) ? `${name}: ${answer.headers.get(name)}\n` : '').join('')}\n${shown}`;
  } catch (failure) {
    out.textContent = String(failure);
  }
}

function signed() {
  byId('signed').textContent = token ? t().signedAs(who) : '';
}

async function signIn(event) {
  event.preventDefault();
  try {
    const answer = await call('api/v1/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ region: byId('region').value || undefined, login: byId('login').value, password: byId('pass').value, cookie: false }),
    });
    token = answer.token;
    who = byId('login').value;
    sessionStorage.setItem('huying.token', token);
    sessionStorage.setItem('huying.who', who);
    signed();
  } catch (failure) {
    byId('signed').textContent = failure.message;
  }
}

async function start() {
  speak();
  document.title = `${t().brand} · ${t().apiTitle}`;
  switches(() => { if (spec) draw(); signed(); });
  byId('signin').addEventListener('submit', signIn);
  signed();
  try {
    const [welcome, document_] = await Promise.all([call('api/v1/welcome'), call('openapi')]);
    spec = document_;
    byId('region').value = welcome.region ?? '';
    draw();
  } catch {
    byId('operations').textContent = t().noIn;
  }
}

start();
