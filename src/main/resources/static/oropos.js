'use strict';
// Everything here only brings nearer what the page already holds; without it the page is whole.
document.documentElement.classList.add('scripted');

// --- after a key: the page that follows begins where its result is; whoever points keeps the top ---
const follows = {
  pointed: false,
  keep(form, control) { try { if (!this.pointed) sessionStorage.setItem('by-key', JSON.stringify([Date.now(), form ? form.getAttribute('action') : '', form && control && !('ask' in form.dataset) ? [...form.elements].indexOf(control) : -1])); } catch { /* without storage the page begins at its top */ } },
  taken() { try { return JSON.parse(sessionStorage.getItem('by-key')); } catch { return null; } finally { this.forget(); } },
  // of a link that leads away: it has the focus again when its reader comes back
  leave(link) {
    this.keep();
    const links = [...document.links].filter(one => !rail || !rail.contains(one));
    try { history.replaceState({link: links.indexOf(rail && rail.contains(link) ? shown : link)}, ''); } catch { /* then the page begins at its top */ }
  },
  back() {
    const [entry] = performance.getEntriesByType('navigation');
    const at = entry && entry.type === 'back_forward' && history.state ? history.state.link : -1;
    return at >= 0 && [...document.links].filter(one => !rail || !rail.contains(one))[at];
  },
  forget() { try { sessionStorage.removeItem('by-key'); } catch { /* nothing was kept */ } },
  arrive() {
    const left = this.back();
    if (left && left.checkVisibility()) return left.focus();
    const [at, action, index] = this.taken() || [0];
    if (Date.now() - at > 60000 || document.activeElement !== document.body) return;
    const first = what => [...document.querySelectorAll(what)].find(e => e.checkVisibility() && e.textContent.trim());
    const control = index >= 0 && [...document.forms].find(form => form.getAttribute('action') === action)?.elements[index];
    // what an address names comes first: the browser itself takes the focus there, or away
    const named = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const place = named || first('main .problem') || document.querySelector('[autofocus]') || first('.emergency .do') || first('main .changes summary, main p.changes') || first('main .note[role="status"], main .line[role="status"], main .today[role="status"]')
      || (control && control.checkVisibility() && !control.disabled && control.tabIndex >= 0 && control) || first('#count') || first('main h1');
    if (!place) return;
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({preventScroll: place.matches('h1, .do')});
  },
};
addEventListener('pointerdown', () => { follows.pointed = true; }, true);
addEventListener('keydown', () => { follows.pointed = false; }, true);
addEventListener('submit', event => follows.keep(event.target, event.submitter));
addEventListener('click', event => {
  const link = event.target.closest && event.target.closest('a[href]');
  if (link && !link.hasAttribute('download') && link.origin === location.origin && link.pathname + link.search !== location.pathname + location.search) follows.leave(link);
});
addEventListener('DOMContentLoaded', () => follows.arrive());

// --- asking: read the stages as they end, then go to the answer ---
const asks = form => form.addEventListener('submit', event => {
  event.preventDefault();
  ask(form, event.submitter);
});
document.querySelectorAll('form[data-ask]').forEach(asks);

// Where it is asked back who or what is meant, the words stay in the box; in this tab alone, until the page is there.
const askedBack = {
  keep(to, form) { try { if (to.searchParams.has('unclear')) sessionStorage.setItem('asked', form.elements.question.value); } catch { /* typed again */ } },
  show(box) { try { const words = sessionStorage.getItem('asked'); sessionStorage.removeItem('asked'); if (box && words && location.search.includes('unclear=')) box.value = words; } catch { /* typed again */ } },
};
askedBack.show(document.getElementById('next'));

async function ask(form, submitter) {
  const progress = document.getElementById('progress');
  const asking = document.querySelectorAll('[data-asking], .emergency, .sheet');
  const body = new URLSearchParams(new FormData(form, submitter && submitter.name ? submitter : undefined));
  const problem = progress.querySelector('.problem');
  problem.hidden = true;
  progress.querySelectorAll('li').forEach(li => { li.className = ''; li.querySelector('span').textContent = ''; });
  progress.querySelector('li').className = 'now';
  asking.forEach(part => { part.hidden = true; });
  progress.hidden = false;
  progress.querySelector('h2').focus({preventScroll: true});
  scrollTo(0, 0);
  const stopped = new AbortController();
  const onEscape = event => { if (event.key === 'Escape') stopped.abort(); };
  const stop = progress.querySelector('.stop');
  stop.hidden = false;
  stop.onclick = () => stopped.abort();
  document.addEventListener('keydown', onEscape);
  try {
    const response = await fetch(form.action, {method: 'POST', body, headers: {Accept: 'text/event-stream'}, signal: stopped.signal});
    if (!response.ok) throw new Error((await response.json()).error.message);
    for await (const [name, data] of events(response.body)) {
      if (name === 'stage') show(progress, data);
      else if (name === 'answer') {
        const to = new URL(data.address, location.href);
        if (to.href !== location.href) return askedBack.keep(to, form), location.assign(to);
        asking.forEach(part => { part.hidden = false; }); // asked back once more: this page asks already
        progress.hidden = true;
        return form.querySelector('textarea').focus();
      }
      else throw new Error(progress.dataset.failed);
    }
    throw new Error(progress.dataset.failed);
  } catch (error) {
    if (error instanceof TypeError) dispatchEvent(new Event('oropos-away'));
    asking.forEach(part => { part.hidden = false; });
    follows.forget();
    if (stopped.signal.aborted) {
      progress.hidden = true;
      (form.querySelector('textarea, input[type="text"]') || submitter || form).focus();
      return;
    }
    problem.tabIndex = -1;
    problem.textContent = error instanceof TypeError || error instanceof SyntaxError ? progress.dataset.failed : error.message;
    problem.hidden = false;
    problem.focus();
    stop.hidden = true;
    progress.querySelectorAll('li').forEach(li => { li.className = ''; });
  } finally {
    document.removeEventListener('keydown', onEscape);
  }
}

function show(progress, stage) {
  const li = progress.querySelector(`[data-step="${CSS.escape(stage.step)}"]`);
  if (!li) return;
  const counts = Object.entries(stage.counts).filter(([, n]) => !stage.words.split(/\W+/).includes(String(n))).map(([what, n]) => `${n.toLocaleString()} ${what}`);
  li.querySelector('span').textContent = [stage.words, ...counts].filter(Boolean).join(' · ');
  li.className = 'done';
  if (li.nextElementSibling) li.nextElementSibling.className = 'now';
}

async function* events(stream) {
  let rest = '';
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const {value, done} = await reader.read();
    if (done) return;
    rest += value;
    for (let end; (end = rest.indexOf('\n\n')) >= 0; rest = rest.slice(end + 2)) {
      const lines = rest.slice(0, end).split('\n');
      const field = name => lines.filter(l => l.startsWith(name + ':')).map(l => l.slice(name.length + 1)).join('\n');
      if (field('event')) yield [field('event').trim(), JSON.parse(field('data'))];
    }
  }
}

// --- evidence: the quote of the mark in focus, beside the answer or as a sheet from below ---
const rail = document.getElementById('rail');
const wide = matchMedia('(min-width: 68rem)');
let shown = null;

function open(mark) {
  const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
  if (!note) return;
  const ref = note.closest('.ref');
  const quote = document.createElement('article');
  quote.className = 'quote';
  const part = (from, what) => { const e = from.querySelector(what); return e ? [e.cloneNode(true)] : []; };
  const heading = document.createElement('h2');
  heading.className = 'src';
  heading.append(...[...note.querySelector('.src').childNodes].map(e => e.cloneNode(true)));
  quote.append(heading, ...part(ref, '.title'), ...[...note.children].filter(e => !e.matches('.src, .links')).map(e => e.cloneNode(true)), ...part(ref, '.facts'));
  const links = document.createElement('p');
  links.className = 'links';
  links.append(...[...note.querySelectorAll('.links a'), ...ref.querySelectorAll(':scope > .links a')].flatMap(a => [a.cloneNode(true), ' ']));
  quote.append(links);
  document.getElementById('rail-quote').replaceChildren(quote);
  document.querySelectorAll('.c[aria-current]').forEach(c => c.removeAttribute('aria-current'));
  mark.setAttribute('aria-current', 'true');
  rail.scrollTop = 0;
  shown = mark;
}

function close() {
  rail.classList.remove('sheet-open');
  if (shown) shown.focus({preventScroll: true});
}

if (rail && document.querySelector('.c')) {
  rail.hidden = false;
  const marks = [...document.querySelectorAll('main .c, .emergency .c')];
  for (const mark of marks) {
    mark.addEventListener('focus', () => { if (wide.matches) open(mark); });
    mark.addEventListener('click', event => {
      event.preventDefault();
      open(mark);
      rail.classList.toggle('sheet-open', !wide.matches);
      rail.focus({preventScroll: true});
    });
  }
  rail.querySelector('.close').addEventListener('click', close);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && (rail.contains(document.activeElement) || rail.classList.contains('sheet-open'))) close();
  });
  open(marks.find(mark => mark.checkVisibility()) || marks[0]);

  // follow the reader's place, unless a mark or the quote itself is being read
  const seen = new Set();
  const place = new IntersectionObserver(changes => {
    for (const change of changes) seen[change.isIntersecting ? 'add' : 'delete'](change.target);
    const busy = rail.matches(':hover') || rail.contains(document.activeElement) || document.activeElement === shown || seen.has(shown);
    const first = marks.find(mark => seen.has(mark));
    if (wide.matches && !busy && first) open(first);
  }, {rootMargin: '-72px 0px -25% 0px'});
  marks.forEach(mark => place.observe(mark));
}

// with script the quotes open beside the answer, so the list of references stays short
const cited = document.querySelectorAll('details.cited');
for (const words of cited) words.open = location.hash.startsWith('#c-') && !!words.querySelector(location.hash.replace(/[^#\w-]/g, ''));
addEventListener('beforeprint', () => document.querySelectorAll('.line, .grade, .cited, .basis details').forEach(d => { d.open = true; }));

// --- what could be asked next: worked out when its place comes near ---
const suggested = document.querySelector('[data-next]');
if (suggested) {
  const near = new IntersectionObserver(async ([place]) => {
    if (!place.isIntersecting) return;
    near.disconnect();
    try {
      const response = await fetch(suggested.dataset.next);
      const form = response.ok && new DOMParser().parseFromString(await response.text(), 'text/html').getElementById('next-questions');
      if (!form) return;
      suggested.replaceChildren(form);
      asks(form);
    } catch { /* the link stays */ }
  }, {rootMargin: '1200px'});
  near.observe(suggested);
}

// --- another reader: the same place in the other words ---
for (const form of document.querySelectorAll('form[data-reader]')) {
  form.addEventListener('submit', () => {
    const here = [...document.querySelectorAll('[id^="s-"]')].find(e => e.checkVisibility() && e.getBoundingClientRect().top > 60);
    if (here && scrollY > 300) form.action = `${form.action.split('#')[0]}#${here.id}`;
  });
}

// --- keys: / asks, ? shows them all; the reviewer's desk has its own ---
const keys = document.getElementById('keys');
const statements = () => [...document.querySelectorAll('main .lead, main .branches dd p, main .said-list > li')].filter(e => e.querySelector('.c') && e.checkVisibility());
let spot = null;
const step = by => {
  const all = statements();
  if (!all.length) return;
  if (spot) spot.classList.remove('here');
  spot = all[Math.max(0, Math.min(all.length - 1, all.indexOf(spot) + by))];
  spot.classList.add('here');
  spot.tabIndex = -1;
  spot.focus({preventScroll: true});
  spot.scrollIntoView({block: 'center'});
};
const openHere = () => {
  const marks = [...(spot ? spot.querySelectorAll('.c') : []), ...document.querySelectorAll('main .c')];
  const mark = marks.find(one => one.checkVisibility());
  if (mark) mark.click();
};
const focus = id => { const e = document.getElementById(id); if (e) { e.focus(); e.scrollIntoView({block: 'center'}); } };
const pressed = {
  '/': () => focus(document.getElementById('question') ? 'question' : 'mini'),
  '?': () => keys.showModal(),
  j: () => step(1),
  k: () => step(-1),
  e: openHere,
  f: () => focus('next'),
  t: () => scrollTo(0, 0),
  r: () => { const e = document.getElementById('h-refs'); if (e) e.scrollIntoView(); },
};
if (keys && !document.querySelector('[data-desk]')) {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    if (!pressed[event.key]) return;
    event.preventDefault();
    pressed[event.key]();
  });
}

// --- away: the page stays, and says that the server is not there ---
const away = document.getElementById('away');
if (away) {
  const there = async () => {
    try { await fetch('/healthz', {cache: 'no-store'}); away.hidden = true; } catch { away.hidden = false; }
  };
  addEventListener('offline', () => { away.hidden = false; });
  addEventListener('online', there);
  addEventListener('oropos-away', () => { away.hidden = false; setTimeout(there, 5000); });
}

// --- copy ---
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
  });
}

// --- the reading log: kept in this browser alone, and only where its reader wants it ---
const log = {
  all: () => { try { return JSON.parse(localStorage.getItem('reading-log')) || []; } catch { return []; } },
  keep: rows => localStorage.setItem('reading-log', JSON.stringify(rows.slice(-2000))),
  get on() { return localStorage.getItem('reading-log-on') === 'yes'; },
  set on(yes) { if (yes) localStorage.setItem('reading-log-on', 'yes'); else { localStorage.removeItem('reading-log-on'); localStorage.removeItem('reading-log'); } },
};
const read = document.querySelector('[data-log]');
if (read && log.on) {
  const at = new Date().toISOString();
  let since = document.hidden ? 0 : performance.now();
  let seconds = 0;
  const write = () => {
    if (since) seconds += (performance.now() - since) / 1000;
    since = document.hidden ? 0 : performance.now();
    if (seconds < 5) return;
    const rows = log.all().filter(row => row.at !== at);
    log.keep([...rows, {at, title: read.dataset.log, address: location.pathname, kind: read.dataset.kind, seconds: Math.round(seconds)}]);
  };
  document.addEventListener('visibilitychange', write);
  addEventListener('pagehide', write);
}
const logPage = document.getElementById('reading-log');
if (logPage) {
  const cell = text => `"${(/^[=+\-@\t\r]/.test(text) ? "'" : '') + text.replaceAll('"', '""')}"`;
  const draw = () => {
    const rows = log.all();
    logPage.querySelector('[data-off]').hidden = log.on;
    logPage.querySelector('[data-on]').hidden = !log.on;
    logPage.querySelector('table').hidden = !rows.length;
    logPage.querySelector('tbody').replaceChildren(...rows.toReversed().map(row => {
      const line = document.createElement('tr');
      for (const text of [new Date(row.at).toLocaleString(document.documentElement.lang), row.title, row.kind, (row.seconds / 60).toFixed(1)]) line.insertCell().textContent = text;
      return line;
    }));
    logPage.querySelector('[data-total]').textContent = (rows.reduce((sum, row) => sum + row.seconds, 0) / 3600).toFixed(1);
    const head = ['date', 'title', 'kind', 'minutes', 'address'];
    const csv = [head, ...rows.map(row => [row.at, row.title, row.kind, (row.seconds / 60).toFixed(1), location.origin + row.address])].map(line => line.map(cell).join(',')).join('\r\n') + '\r\n';
    logPage.querySelector('[data-csv]').href = URL.createObjectURL(new Blob([csv], {type: 'text/csv'}));
  };
  logPage.querySelector('[data-begin]').addEventListener('click', () => { log.on = true; draw(); logPage.querySelector('[data-end]').focus(); });
  logPage.querySelector('[data-end]').addEventListener('click', () => { log.on = false; draw(); logPage.querySelector('[data-begin]').focus(); });
  draw();
}

// --- print ---
const print = document.querySelector('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

// --- the reviewer's desk: everything by key; what was typed stays until it is sent ---
const desk = document.querySelector('[data-desk]');
if (desk) {
  const claims = [...desk.querySelectorAll('.desk-claim')];
  document.querySelectorAll('[data-keys]').forEach(keys => { keys.hidden = false; });
  const here = () => claims.findIndex(claim => claim.contains(document.activeElement));
  const start = location.hash && desk.querySelector(location.hash);
  if (start) start.focus();
  const go = at => { const claim = claims[Math.max(0, Math.min(claims.length - 1, at))]; if (claim) { claim.focus(); claim.scrollIntoView({block: 'nearest'}); } };
  const press = (claim, what) => { const one = claim && claim.querySelector(what); if (one) one.click(); };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    const at = here();
    if (event.key === 'j') go(at + 1);
    else if (event.key === 'k') go(at < 0 ? 0 : at - 1);
    else if (event.key === 'a') press(claims[at], '[data-sign]');
    else if (event.key === 'o') press(claims[at], '[data-open]');
    else if (event.key === 'r') { const reason = document.getElementById('reason'); if (reason) reason.focus(); }
    else return;
    event.preventDefault();
  });
}

// --- what is typed on a desk is kept on the server a moment after the last key, and when the page is left ---
const drafts = document.querySelector('[data-draft]');
if (drafts) {
  for (const box of drafts.querySelectorAll('[data-keep]')) {
    let waits = 0;
    const keep = () => {
      clearTimeout(waits);
      waits = 0;
      const {_csrf, revision} = box.form.elements;
      fetch(drafts.dataset.draft, {method: 'POST', keepalive: box.value.length < 20000, body: new URLSearchParams({_csrf: _csrf.value, revision: revision.value, box: box.id, words: box.value})}).catch(() => {});
    };
    box.addEventListener('input', () => { clearTimeout(waits); waits = setTimeout(keep, 700); });
    box.form.addEventListener('submit', () => { clearTimeout(waits); waits = 0; });
    addEventListener('pagehide', () => { if (waits) keep(); });
  }
}

// --- while a question is typed: did people answer it already? ---
const already = document.getElementById('already');
if (already) {
  const box = document.getElementById('question');
  let wait = 0;
  let last = '';
  box.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(async () => {
      const question = box.value.trim();
      if (question === last || question.length > 2000) return;
      last = question;
      try {
        const body = new URLSearchParams({question, _csrf: box.form.elements._csrf.value});
        const response = await fetch(already.dataset.like, {method: 'POST', body});
        const found = response.ok && question.length > 10 ? await response.json() : [];
        already.querySelector('.links').replaceChildren(...found.map(one => {
          const link = document.createElement('a');
          link.href = one.address;
          link.textContent = one.title;
          return link;
        }));
        already.hidden = found.length === 0;
      } catch { already.hidden = true; }
    }, 500);
  });
}
