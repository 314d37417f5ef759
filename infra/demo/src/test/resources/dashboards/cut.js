// What of the panels shown is cut, as "kind panel: text": numbers, amounts and times of tables and names of columns that are wider than
// their place, and texts higher than their panel. Names and ids may be cut.
(() => {
  const cut = [];
  const tell = (kind, element, text) => cut.push(`${kind} ${element.closest('[data-panel]').dataset.panel}: ${text}`);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const isCut = place => {
    const content = document.createRange();
    content.selectNodeContents(place);
    const inner = content.getBoundingClientRect();
    const outer = place.getBoundingClientRect();
    return inner.width > 0 && (inner.left < outer.left - 1 || inner.right > outer.right + 1);
  };
  all('[data-panel] [role=gridcell]')
    .filter(cell => /^[^a-z]*[0-9][^a-z]*$/.test(cell.innerText) && isCut(cell))
    .forEach(cell => tell('number', cell, cell.innerText));
  all('[data-panel] [role=columnheader]')
    .filter(header => header.innerText.trim() && isCut(header))
    .forEach(header => tell('column', header, header.innerText));
  all('[data-panel] .markdown-html')
    .filter(text => text.getBoundingClientRect().bottom > text.closest('[data-panel]').getBoundingClientRect().bottom)
    .forEach(text => tell('text', text, text.innerText.slice(0, 60)));
  return [...new Set(cut)];
})()
