// Cards can be dragged from column to column; the menu on each of them does the same, and without scripts it alone does.
document.querySelectorAll('[data-board]').forEach(board => {
  let held = null;
  board.querySelectorAll('[data-card]').forEach(card => {
    if (!card.closest('[data-state]')) return;
    card.draggable = true;
    card.addEventListener('dragstart', event => {
      held = card;
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
    });
    card.addEventListener('dragend', () => { held = null; });
  });
  board.querySelectorAll('[data-state]').forEach(column => {
    const mark = on => column.classList.toggle('over', on);
    column.addEventListener('dragover', event => {
      if (!held) return;
      event.preventDefault();
      mark(true);
    });
    column.addEventListener('dragleave', event => { if (!column.contains(event.relatedTarget)) mark(false); });
    column.addEventListener('drop', event => {
      event.preventDefault();
      mark(false);
      if (!held || held.closest('[data-state]') === column) return;
      const form = held.querySelector('form');
      form.elements.to.value = column.dataset.state;
      form.requestSubmit();
    });
  });
});
