// The whole check: texts, chain, acts, endorsers, counts, roots, form, seals. It answers with findings; none means that everything fits.
const check = (() => {
  const { walk, leafOf, lines } = chainFindings;
  const isLine = text => !text.includes('\n');
  const textHash = t => isLine(t.title) && isLine(t.language) ? hashText(`mekong-statement:v1\n${t.language}\n${t.version}\n${t.title}\n\n${t.body}`) : '-';
  const ordinal = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  const commitment = e => hex(sha256(unhex(e.salt), lines('mekong-endorser:v1', [
    ['id', e.id], ['country', e.country],
    ...e.names.map(n => [n.language, n.name.normalize('NFC')]).sort((a, b) => ordinal(a[0], b[0]) || ordinal(a[1], b[1])).map(n => ['name', ...n]),
  ])));
  const counts = (p, version) => version === p.statement.version || p.statement.carried.includes(version);

  function texts(p, say) {
    const key = (language, version) => JSON.stringify([language, version]);
    const place = (language, version) => version === p.statement.version ? language : `${language} v${version}`;
    const signed = new Map(), seen = new Set();
    for (const e of p.register.entries.filter(e => e.act === 'sign-on' && counts(p, e.version))) {
      const id = key(e.language, e.version);
      if (!signed.has(id)) signed.set(id, []);
      signed.get(id).push(e);
    }
    p.texts.forEach((text, i) => {
      const id = key(text.language, text.version), at = place(text.language, text.version), of = signed.get(id);
      if (seen.has(id)) say('Member', `texts[${i}]`);
      seen.add(id);
      if (textHash(text) !== text.hash) say('TextChanged', at, text.hash, textHash(text));
      if (!of) return;
      if (of.every(e => e.text !== text.hash)) say('TextNotSigned', at, of[0].text, text.hash);
      else of.filter(e => e.text !== text.hash).forEach(e => say('EntryOfOtherText', e.n, text.hash, e.text));
    });
    for (const [id, [e]] of signed) if (!seen.has(id)) say('TextMissing', place(e.language, e.version));
  }

  function acts(p, say) {
    const standing = new Map(), known = new Set(), { opened, closes, version } = p.statement;
    for (const e of p.register.entries) {
      if (e.act !== 'sign-on') {
        standing.delete(e.signOn);
        if (!known.has(e.signOn)) say('ActWithoutSignOn', e.n, null, e.signOn);
        continue;
      }
      if (e.at >= closes) say('SignedAfterClosing', e.n, closes, e.at);
      if (e.at < opened) say('SignedBeforeOpening', e.n, opened, e.at);
      if (e.version > version) say('EntryOfOtherVersion', e.n, String(version), String(e.version));
      if (standing.get(e.signOn) === e.version) say('SignOnDoubled', e.n, null, e.signOn);
      standing.set(e.signOn, e.version);
      known.add(e.signOn);
    }
  }

  function endorsers(p, say) {
    const last = new Map(p.register.entries.map(e => [e.signOn, e])), seen = new Set();
    const counted = new Set([...last.values()].filter(e => e.act === 'sign-on' && counts(p, e.version)).map(e => e.signOn));
    for (const endorser of p.endorsers) {
      const name = endorser.names.length ? endorser.names[0].name : endorser.signOn, e = last.get(endorser.signOn);
      if (seen.has(endorser.signOn)) say('EndorserDoubled', name);
      seen.add(endorser.signOn);
      if (!e) { say('EndorserNotInRegister', name, null, endorser.signOn); continue; }
      if (e.act !== 'sign-on') say('EndorserWithdrew', name, null, String(e.n));
      else if (!counts(p, e.version)) say('EndorserOfOtherVersion', name, String(p.statement.version), String(e.version));
      if (commitment(endorser) !== e.endorser) say('EndorserDoesNotFit', name, e.endorser, commitment(endorser));
    }
    for (const person of p.individuals) {
      if (seen.has(person) || !counted.has(person)) say('IndividualNotCounted', person);
      seen.add(person);
    }
    const organisations = counted.size - p.individuals.length;
    const right = { organisations, named: p.endorsers.length, sealed: organisations - p.endorsers.length, individuals: p.individuals.length };
    for (const name of Object.keys(right)) if (right[name] !== p.counts[name]) say('CountWrong', name, String(right[name]), String(p.counts[name]));
  }

  function roots(p, published, say) {
    let peaks = [], size = 0;
    const node = (left, right) => sha256([1], left, right);
    const root = () => peaks.length ? hex(peaks.reduceRight((right, left) => node(left, right))) : hashText('');
    const all = [root()];
    for (const e of p.register.entries) {
      let leaf = unhex(e.computed);
      for (let bits = size++; bits & 1; bits >>= 1) leaf = node(peaks.pop(), leaf);
      peaks.push(leaf);
      if (published) all.push(root());
    }
    if (root() !== p.register.root) say('RootWrong', 'root', p.register.root, root());
    if (!published) return;
    if (published.size >= all.length) return say('PublishedSizeWrong', 'root', String(published.size), String(size));
    const at = published.size === null ? all.lastIndexOf(published.root) : published.size;
    if (all[at] !== published.root) say('PublishedRootWrong', 'root', published.root, all[at] || root());
  }

  // "HEX" or "SIZE:HEX"; null when it is neither.
  const publishedRoot = text => {
    const found = /^(?:(\d{1,9}):)?([0-9a-f]{64})$/.exec(text.trim().toLowerCase());
    return found && { size: found[1] === undefined ? null : Number(found[1]), root: found[2] };
  };

  const bytesBefore = (text, at) => String(utf8(text.slice(0, at)).length);

  function of(json, published) {
    const findings = [], say = (kind, place, expected, found) => { findings.push({ kind, place: String(place), expected: expected || null, found: found || null }); };
    let p;
    try { p = JSON.parse(json); }
    catch (e) { say('NotReadable', bytesBefore(json, Number((/position (\d+)/.exec(e.message) || [0, 0])[1]))); return findings; }
    Form.faults(p).forEach(place => say('Member', place));
    if (findings.length) return findings;
    p.register.entries.forEach(e => { e.computed = leafOf(p.statement.id, e); });
    texts(p, say);
    walk(p, say);
    acts(p, say);
    endorsers(p, say);
    roots(p, published, say);
    const written = Form.write(p);
    let same = 0;
    while (same < json.length && json[same] === written[same]) same++;
    if (written !== json) say('NotCanonical', bytesBefore(json, same));
    for (const name of Object.keys(Form.parts)) {
      const seal = hashText(Form.write(p[name], Form.parts[name]));
      if (seal !== p.seals[name]) say('Seal', name, p.seals[name], seal);
    }
    return findings;
  }

  return { of, publishedRoot };
})();
