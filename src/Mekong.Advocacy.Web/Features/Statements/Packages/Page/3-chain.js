// Walks along the chain and says which entry was changed, is missing, was added or moved: the same walk as the platform's own.
const chainFindings = (() => {
  const lines = (heading, parts) => utf8(heading + '\n' + parts.map(([name, ...values]) =>
    name + values.map(value => value === null ? ' -' : ` ${utf8(value).length}:${value}`).join('') + '\n').join(''));
  const leafOf = (statement, e) => hex(sha256([0], lines('mekong-entry:v1', [
    ['act', e.act], ['statement', statement], ['version', String(e.version)], ['text', e.text], ['language', e.language],
    ['sign-on', e.signOn], ['endorser', e.endorser], ['at', e.at], ['reason', e.reason],
  ])));
  const next = (head, leaf) => hex(sha256([2], unhex(head), unhex(leaf)));

  function walk(p, say) {
    const end = p.register.head, size = p.register.size;
    const links = p.register.entries.map(e => ({ n: e.n, leaf: e.computed, recorded: e.leaf, head: e.head }));
    const fits = link => link.leaf === link.recorded;
    const follows = (link, head) => next(head, link.leaf) === link.head || !fits(link) && next(head, link.recorded) === link.head;
    let head = hashText(`mekong-register:v1\n${p.statement.id}`), number = 1, missing = 0, added = 0, disturbed = false, hashes = 500000;
    const first = (from, test) => {
      for (let at = from; at < links.length && hashes-- > 0; at++) if (test(links[at])) return at;
      return -1;
    };
    const step = to => { head = to; number++; };
    const changed = link => next(head, link.leaf) === link.head
      ? say('EntryHashChanged', link.n, link.leaf, link.recorded) : say('EntryChanged', link.n, link.recorded, link.leaf);
    const add = link => { added++; say('EntryAdded', link.n); };
    const miss = () => { missing++; say('EntryMissing', number++); };

    function move(link, at, further) {
      disturbed = true;
      if (follows(link, further === at + 1 ? links[further].head : links[further - 1].head)) {
        [links[at], links[further]] = [links[further], link];
        return say('EntriesExchanged', at + 1 + missing - added, null, String(further + 1 + missing - added));
      }
      const before = first(at + 1, each => follows(link, each.head));
      if (before < 0) return add(link);
      const [from, to] = further === at + 1 ? [at, before] : [further, at];
      say('EntryOutOfPlace', links[from].n);
      links.splice(to, 0, links.splice(from, 1)[0]);
    }

    if (links.length > 1 && links.every(link => !fits(link))) return say('OtherStatement', p.statement.id);
    for (let at = 0; at < links.length; at++) {
      const link = links[at];
      if (head === end) { add(link); continue; }
      if (follows(link, head)) {
        if (!fits(link)) changed(link);
        if (!disturbed && link.n !== number && link.n !== at + 1) say('EntryOutOfPlace', number, String(number), String(link.n));
        step(link.head);
        continue;
      }
      const meant = next(head, link.leaf);
      if (at + 1 < links.length ? follows(links[at + 1], meant) : meant === end) {
        say('EntryHashChanged', link.n, meant, link.head);
        step(meant);
        continue;
      }
      const further = first(at + 1, each => follows(each, head));
      if (further >= 0) {
        move(link, at, further);
        if (links[at] !== link) at--;
        continue;
      }
      if (link.n > number && link.n - number <= 1000) while (number < link.n) miss();
      else if (links.length + missing - added < size) miss();
      else say('EntryDoesNotFollow', link.n);
      if (!fits(link)) changed(link);
      step(link.head);
    }
    const accounted = links.length + missing - added;
    if (head === end) { if (size !== accounted) say('SizeWrong', 'size', String(accounted), String(size)); }
    else if (size <= accounted) say('ChainHeadWrong', 'head', end, head);
    else for (let n = accounted + 1; n <= Math.min(size, accounted + 1000); n++) say('EntryMissing', n);
  }

  return { walk, leafOf, lines };
})();
