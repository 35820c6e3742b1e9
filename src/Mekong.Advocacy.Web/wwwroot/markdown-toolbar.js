// Buttons above the fields for e-mail and SMS; without scripts there are none. Words come from the form's data-attributes.
document.querySelectorAll('textarea[data-markdown]').forEach(area => {
  const say = area.form.dataset, bar = document.createElement('div');
  bar.className = 'toolbar';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', say.group + ': ' + area.labels[0].textContent.trim());
  const put = (text, from, to) => { // as if typed: Ctrl+Z takes it back
    area.focus();
    area.setSelectionRange(from, to);
    if (!document.execCommand('insertText', false, text)) {
      area.setRangeText(text, from, to, 'end');
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  const around = (before, after) => {
    const { selectionStart: from, selectionEnd: to, value } = area;
    put(before + value.slice(from, to) + after, from, to);
    area.setSelectionRange(from + before.length, to + before.length);
  };
  const lines = mark => {
    const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1, to = area.selectionEnd;
    put(area.value.slice(from, to).replace(/^/gm, mark), from, to);
  };
  const button = (label, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.onclick = act;
    bar.append(made);
  };
  if (area.dataset.markdown === 'whole') {
    button(say.bold, () => around('**', '**'));
    button(say.link, () => around('[', '](https://)'));
    button(say.list, () => lines('- '));
    button(say.heading, () => lines('## '));
  }
  const fields = document.createElement('select');
  fields.setAttribute('aria-label', say.field);
  fields.append(new Option(say.field, ''), ...say.fields.split(' ').map(name => new Option(`{{${name}}}`)));
  fields.onchange = () => { if (fields.value) put(fields.value, area.selectionStart, area.selectionEnd); fields.value = ''; };
  bar.append(fields);
  area.before(bar);
});
