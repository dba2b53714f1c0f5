// The report page: chain of voices on hover and focus, kinds on and off, n and p from one marked place to the next.
"use strict";
(() => {
  const report = document.querySelector("[data-report]");
  const cards = JSON.parse(document.getElementById("cards").textContent);
  const hover = document.getElementById("hover");
  const marks = [...report.querySelectorAll("a.hl")];

  function hidden() {
    return new Set([...document.querySelectorAll("[data-kind]")].filter((box) => !box.checked).map((box) => box.dataset.kind));
  }

  function choose() {
    const off = hidden();
    for (const mark of marks) {
      for (const kind of mark.dataset.kinds.split(" ")) mark.classList.toggle(kind, !off.has(kind));
      const shown = mark.dataset.r.split(" ").some((id) => cards[id] && !off.has(cards[id].kind));
      mark.classList.toggle("off", !shown);
      if (shown) { if (mark.dataset.first) mark.removeAttribute("tabindex"); } else mark.tabIndex = -1;
    }
  }

  for (const mark of marks) {
    mark.dataset.kinds = [...mark.classList].filter((name) => name !== "hl").join(" ");
    if (!mark.hasAttribute("tabindex")) mark.dataset.first = "1";
  }
  for (const box of document.querySelectorAll("[data-kind]")) box.addEventListener("change", choose);
  choose();

  function show(mark) {
    const off = hidden();
    const ids = mark.dataset.r.split(" ").filter((id) => cards[id] && !off.has(cards[id].kind));
    if (!ids.length) return;
    hover.replaceChildren(...ids.slice(0, 4).map((id) => {
      const line = document.createElement("p");
      const kind = document.createElement("strong");
      kind.textContent = `${cards[id].kind}: `;
      line.append(kind, cards[id].gist);
      if (cards[id].voices.length) line.append(document.createElement("br"), `according to ${cards[id].voices.join(" ← ")}`);
      return line;
    }));
    hover.hidden = false;
    const place = mark.getClientRects()[0];
    const left = Math.min(place.left, document.documentElement.clientWidth - hover.offsetWidth - 12);
    const above = place.top - hover.offsetHeight - 8;
    hover.style.left = `${Math.max(8, left)}px`;
    hover.style.top = `${above > 60 ? above : place.bottom + 8}px`;
  }

  const hide = () => { hover.hidden = true; };
  report.addEventListener("mouseover", (event) => { const mark = event.target.closest("a.hl"); if (mark) show(mark); else hide(); });
  report.addEventListener("mouseleave", hide);
  report.addEventListener("focusin", (event) => { const mark = event.target.closest("a.hl"); if (mark) show(mark); });
  report.addEventListener("focusout", hide);
  window.addEventListener("scroll", hide, { passive: true });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { hide(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input:not([type=checkbox]), textarea, select")) return;
    if (event.key !== "n" && event.key !== "p") return;
    const steps = marks.filter((mark) => mark.dataset.first && !mark.classList.contains("off"));
    const here = steps.indexOf(document.activeElement);
    const target = document.getElementById("here");
    const from = here >= 0 ? here : target ? steps.findIndex((mark) => target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) - 1 : -1;
    const next = steps[event.key === "n" ? Math.min(from + 1, steps.length - 1) : Math.max(from - 1, 0)];
    if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
  });
})();
