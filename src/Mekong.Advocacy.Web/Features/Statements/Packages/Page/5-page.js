// The page itself: its words in seven languages, and the button.
(() => {
  const words = JSON.parse(document.getElementById('words').textContent), json = document.getElementById('package').textContent;
  const all = selector => Array.from(document.querySelectorAll(selector)), result = document.getElementById('result');
  let language = document.documentElement.lang, shown = null;
  const say = (key, ...values) => (words[language][key] || key).replace(/\{(\d)\}/g, (whole, n) => values[n] === undefined || values[n] === null ? '' : values[n]);

  // What the page shows must be what the package says: each part carries the path of its member.
  const valueAt = (value, path) => path.split(/[.[\]]+/).filter(Boolean).reduce((part, name) => part === undefined || part === null ? undefined : part[name], value);
  function shownWrong(p) {
    const wanted = [
      'addressee.name', 'made', 'register.root', 'counts.organisations', 'counts.named', 'counts.sealed', 'counts.individuals',
      ...p.texts.flatMap((_, i) => [`texts[${i}].title`, `texts[${i}].body`, `texts[${i}].hash`]),
      ...p.corrigenda.flatMap((_, i) => [`corrigenda[${i}].was`, `corrigenda[${i}].becomes`]),
      ...p.endorsers.flatMap((endorser, i) => endorser.names.map((_, j) => `endorsers[${i}].names[${j}].name`)),
    ];
    const seen = new Map(all('[data-p]').map(element => [element.dataset.p, element.textContent]));
    return [...new Set([...wanted, ...seen.keys()])].filter(path => seen.get(path) !== String(valueAt(p, path)))
      .map(path => ({ kind: 'PageWrong', place: path }));
  }

  function run() {
    const typed = document.getElementById('published').value, published = typed.trim() ? check.publishedRoot(typed) : null;
    if (typed.trim() && !published) return show({ sentence: 'bad-root' });
    const findings = check.of(json, published);
    let page = [];
    try { page = shownWrong(JSON.parse(json)); } catch (e) { page = []; } // said already: it cannot be read
    show({ findings: findings.concat(page), published, hash: hashText(json) });
  }

  function show(what) {
    shown = what;
    const paragraph = (text, kind) => Object.assign(document.createElement('p'), { textContent: text, className: kind });
    result.replaceChildren();
    if (what.sentence) return result.append(paragraph(say(what.sentence), 'wrong'));
    if (what.findings.length) {
      const list = document.createElement('ul');
      list.append(...what.findings.slice(0, 200).map(f => Object.assign(document.createElement('li'), { textContent: say(f.kind, f.place, f.expected, f.found) })));
      result.append(paragraph(`✕ ${say('wrong', what.findings.length)}`, 'wrong'), list);
    } else result.append(paragraph(`✓ ${say('right')}`, 'right'), paragraph(say(what.published ? 'published-fits' : 'compare'), ''));
    result.append(paragraph(say('package-hash', what.hash), 'hash'));
  }

  function speak(code) {
    language = code;
    document.documentElement.lang = code;
    all('[data-w]').forEach(element => { element.textContent = say(element.dataset.w, ...(element.dataset.v || '').split('|')); });
    all('#languages button').forEach(button => button.setAttribute('aria-pressed', String(button.lang === code)));
    if (shown) show(shown);
  }

  all('#languages button').forEach(button => button.addEventListener('click', () => speak(button.lang)));
  all('.scripted').forEach(element => { element.hidden = false; });
  document.getElementById('check').addEventListener('click', run);
})();
