// The form of package.json: what each member must be, in the order in which it is written.
const Form = (() => {
  const isText = value => typeof value === 'string' && !/[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]|\ufffe/.test(value);
  const matches = pattern => value => typeof value === 'string' && pattern.test(value);
  const oneOf = (...words) => value => words.includes(value);
  const isNumber = value => Number.isInteger(value) && Math.abs(value) <= 2147483647 && !Object.is(value, -0);
  const isHash = matches(/^[0-9a-f]{64}$/), isId = matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  const isInstant = value => matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)(value) && !isNaN(new Date(value)) && new Date(value).toISOString() === value;
  const isTextOrNull = value => value === null || isText(value);

  const parts = {
    statement: { id: isId, number: isNumber, version: isNumber, carried: [isNumber], opened: isInstant, closes: isInstant, zone: isText },
    addressee: { name: isText, country: isText, language: isText },
    made: isInstant,
    texts: [{ language: isText, version: isNumber, role: oneOf('authentic', 'courtesy'), title: isText, body: isText, hash: isHash }],
    corrigenda: [{ language: isText, version: isNumber, at: isInstant, was: isText, becomes: isText, note: isTextOrNull }],
    endorsers: [{ signOn: isId, id: isId, names: [{ language: isText, name: isText }], country: isText, salt: matches(/^[0-9a-f]{32}$/), display: oneOf('public', 'addressee') }],
    individuals: [isId],
    counts: { organisations: isNumber, named: isNumber, sealed: isNumber, individuals: isNumber },
    files: [{ name: isText, hash: isHash }],
  };
  const entry = {
    n: isNumber, act: oneOf('sign-on', 'withdrawal', 'invalidation'), version: isNumber, text: isHash, language: isText, signOn: isId, endorser: isHash,
    at: isInstant, reason: isTextOrNull, leaf: isHash, head: isHash,
  };
  const whole = {
    format: oneOf('mekong-package/1'), ...parts, register: { size: isNumber, root: isHash, head: isHash, entries: [entry] },
    seals: Object.fromEntries(Object.keys(parts).map(name => [name, isHash])),
  };

  const has = (object, name) => Object.prototype.hasOwnProperty.call(object, name);

  // Places of members that should not be there, are missing, or are not of their form.
  const faults = (value, form = whole, path = '') => {
    if (typeof form === 'function') return form(value) ? [] : [path];
    if (Array.isArray(form)) return Array.isArray(value) ? value.flatMap((item, i) => faults(item, form[0], `${path}[${i}]`)) : [path];
    const members = value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {}, at = name => path ? `${path}.${name}` : name;
    return [
      ...Object.keys(members).filter(name => !has(form, name)).map(at),
      ...Object.keys(form).flatMap(name => has(members, name) ? faults(members[name], form[name], at(name)) : [at(name)]),
    ];
  };

  const write = (value, form = whole) =>
    typeof form === 'function' ? JSON.stringify(value).replace(/</g, '\\u003c')
      : Array.isArray(form) ? `[${value.map(item => write(item, form[0])).join(',')}]`
        : `{${Object.keys(form).map(name => `${JSON.stringify(name)}:${write(value[name], form[name])}`).join(',')}}`;

  return { parts, faults, write };
})();
