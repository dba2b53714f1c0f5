// What every page does: dates and numbers in the reader's locale, files dropped to read, hints for corrections.
"use strict";
(() => {
  const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeZone: "UTC" });
  const minuteFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  const monthFormat = new Intl.DateTimeFormat(undefined, { month: "short", year: "numeric", timeZone: "UTC" });
  const axisFormat = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", timeZone: "UTC" });
  const axisYearFormat = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const numberFormat = new Intl.NumberFormat();

  function localise(root) {
    for (const one of root.querySelectorAll("time[datetime]:not([data-said])")) {
      const iso = one.dateTime;
      const moment = new Date(iso.includes("T") ? `${iso}Z` : `${iso}${iso.length === 7 ? "-01" : ""}T00:00Z`);
      if (Number.isNaN(moment.valueOf())) continue;
      one.textContent = (iso.includes("T") ? minuteFormat : iso.length === 7 ? monthFormat : dayFormat).format(moment);
      one.dataset.said = "";
    }
    for (const one of root.querySelectorAll("text.axis[data-day]:not([data-said])")) {
      const format = /\d{4}$/.test(one.textContent) ? axisYearFormat : axisFormat;
      one.textContent = format.format(new Date(`${one.dataset.day}T00:00Z`));
      one.dataset.said = "";
    }
    for (const one of root.querySelectorAll("text.axis:not([data-day]):not([data-said])")) {
      if (/^[\d,]+$/.test(one.textContent)) one.textContent = numberFormat.format(Number(one.textContent.replaceAll(",", "")));
      one.dataset.said = "";
    }
    for (const one of root.querySelectorAll("data.n:not([data-said])")) {
      const value = Number(one.value);
      if (!Number.isFinite(value)) continue;
      one.textContent = numberFormat.format(value);
      one.title = one.value;
      one.dataset.said = "";
    }
  }

  // The field of a correction tells what may stand in it.
  function choose(select) {
    const input = document.getElementById(select.dataset.choices);
    const option = select.selectedOptions[0];
    if (!input || !option) return;
    const list = document.getElementById(`${input.id}-options`) || document.createElement("datalist");
    list.id = `${input.id}-options`;
    list.replaceChildren(...option.dataset.options.split(";").filter(Boolean).map((word) => new Option(word, word)));
    input.after(list);
    input.setAttribute("list", option.dataset.options ? list.id : option.dataset.hint.includes("actor") ? "names" : "");
    const hint = document.getElementById(input.getAttribute("aria-describedby"));
    for (const one of hint ? hint.children : []) one.hidden = one.dataset.for !== option.value;
  }

  async function filesOf(entry, path, found) {
    if (entry.isFile) {
      const file = await new Promise((done, failed) => entry.file(done, failed));
      found.push(new File([file], file.name, { type: file.type }));
    } else if (entry.isDirectory) {
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((done, failed) => reader.readEntries(done, failed));
        if (!some.length) break;
        for (const one of some) if (!one.name.startsWith(".")) await filesOf(one, `${path}${entry.name}/`, found);
      }
    }
  }

  function dropping(form) {
    const input = form.querySelector("input[type=file]");
    const told = form.querySelector(".chosen");
    const tell = () => { told.textContent = input.files.length ? `${input.files.length} chosen` : ""; };
    input.addEventListener("change", tell);
    for (const kind of ["dragenter", "dragover"]) form.addEventListener(kind, (event) => { event.preventDefault(); form.classList.add("over"); });
    for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => form.classList.remove("over"));
    form.addEventListener("drop", async (event) => {
      event.preventDefault();
      const entries = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry && one.webkitGetAsEntry()).filter(Boolean);
      const found = [];
      for (const one of entries) await filesOf(one, "", found);
      const carrier = new DataTransfer();
      for (const file of found.length ? found : event.dataTransfer.files) carrier.items.add(file);
      input.files = carrier.files;
      tell();
    });
    form.addEventListener("submit", (event) => {
      if (input.files.length) return;
      event.preventDefault();
      told.textContent = "Choose or drop files first.";
    });
  }

  function start(root) {
    localise(root);
    for (const one of root.querySelectorAll("select[data-choices]")) { choose(one); one.addEventListener("change", () => choose(one)); }
    for (const one of root.querySelectorAll("[data-drop]")) dropping(one);
  }

  // A menu that is open where there is room, folded on a phone.
  const fold = document.querySelector(".menu .fold");
  if (fold && window.matchMedia("(max-width: 50rem)").matches) fold.open = false;
  if (document.getElementById("here")) document.getElementById("here").scrollIntoView({ block: "center" });
  start(document);
  document.addEventListener("htmx:afterSwap", (event) => start(event.target.isConnected ? event.target : document));
  document.addEventListener("htmx:oobAfterSwap", () => start(document));
  window.rashomon = { localise, day: (iso) => dayFormat.format(new Date(`${iso.slice(0, 10)}T00:00Z`)) };
})();
