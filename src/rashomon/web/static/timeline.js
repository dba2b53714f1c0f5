// Draws the timeline: lanes of bars as long as their time is uncertain; scrolls sideways, zooms by width.
"use strict";
(() => {
  const DAY = 86400000;
  const box = document.querySelector("[data-timeline]");
  const slider = document.querySelector("[data-replay]");

  function moment(iso, end) {
    const value = Date.parse(iso.includes("T") ? `${iso}Z` : `${iso}T00:00Z`);
    return value + (end ? (iso.includes("T") ? 60000 : DAY) : 0);
  }

  function draw(box) {
    const data = JSON.parse(box.querySelector(".data").textContent);
    const frame = box.querySelector(".lanes-box");
    const items = data.items.map((one) => {
      const from = one.from ? moment(one.from) : null;
      const to = one.to ? moment(one.to, true) : null;
      return { ...one, a: from ?? to - DAY, b: to ?? from + DAY, openStart: from === null, openEnd: to === null };
    });
    if (!items.length) { frame.hidden = true; return; }
    // Far outliers (another war, a misread year) must not press all others together.
    const middles = items.map((one) => one.b).sort((x, y) => x - y);
    const at = (share) => middles[Math.min(middles.length - 1, Math.floor(share * middles.length))];
    const room = Math.max(14 * DAY, 2 * (at(0.9) - at(0.1)));
    const start = Math.max(Math.min(...items.map((one) => one.a)), at(0.1) - room) - DAY;
    const stop = Math.min(Math.max(...items.map((one) => one.b)), at(0.9) + room) + DAY;
    let scale = 0;
    let reported = false;

    function render(wanted) {
      const width = Math.max(frame.clientWidth - 2, 300);
      const margin = width > 700 ? 150 : 110; // for the words beside the last bars
      const least = (width - 24 - margin) / ((stop - start) / DAY);
      const centre = scale ? (frame.scrollLeft + width / 2) / scale : null;
      scale = Math.min(Math.max(wanted || least, least), 900);
      const x = (t) => 12 + (Math.min(Math.max(t, start), stop) - start) / DAY * scale;
      const inner = document.createElement("div");
      inner.className = "lanes-in";
      inner.style.width = `${Math.round(x(stop) + 12 + margin)}px`;
      inner.append(axis(x, start, stop, scale));
      for (const lane of data.lanes) {
        const own = items.filter((one) => one.lanes.includes(lane) && one.b > start && one.a < stop);
        const row = document.createElement("div");
        row.className = "lane";
        row.setAttribute("role", "group");
        row.setAttribute("aria-label", lane);
        const name = document.createElement("span");
        name.className = "lane-name";
        name.textContent = `${lane} · ${own.length}`;
        row.append(name);
        const ends = [];
        for (const one of own.sort((p, q) => p.a - q.a)) {
          const left = x(one.a);
          const long = Math.max(x(one.b) - left, 7);
          const taken = long > 70 ? long : long + Math.min(one.label.length * 7 + 14, margin);
          let level = ends.findIndex((end) => end <= left);
          if (level < 0) level = ends.push(0) - 1;
          ends[level] = left + taken + 3;
          row.append(bar(one, left, long, taken, 26 + level * 25));
          if (reported) row.append(...reports(one, x, left + long, 26 + level * 25));
        }
        row.style.height = `${30 + ends.length * 25}px`;
        inner.append(row);
      }
      frame.replaceChildren(inner);
      if (centre !== null) frame.scrollLeft = centre * scale - width / 2;
    }

    function bar(one, left, width, taken, top) {
      const link = document.createElement("a");
      link.className = "item";
      link.href = one.href;
      const length = document.createElement("span");
      length.className = "length";
      length.style.width = `${width}px`;
      const label = document.createElement("span");
      label.className = "label";
      label.textContent = one.label;
      if (taken > width) { link.append(length, label); } else { link.classList.add("wide-item"); link.append(length); length.append(label); }
      if (!["day", "time", "part"].includes(one.granularity)) link.classList.add("vague");
      if (one.openStart) link.classList.add("open-start");
      if (one.openEnd) link.classList.add("open-end");
      if (one.denied) link.classList.add("is-denied");
      link.style.left = `${left}px`;
      link.style.top = `${top}px`;
      link.style.width = `${taken}px`;
      const said = `${one.when}: ${one.text} (told by ${one.told}${one.denied ? `; denied by ${one.denied}` : ""})`;
      link.title = said;
      link.setAttribute("aria-label", `${one.label}, ${said}`);
      return link;
    }

    function reports(one, x, from, top) {
      return one.reported.flatMap((iso) => {
        const at = x(moment(iso) + DAY / 2);
        const mark = document.createElement("span");
        mark.className = "reported";
        mark.title = `reported ${iso}`;
        mark.style.left = `${at}px`;
        mark.style.top = `${top + 7}px`;
        const line = document.createElement("span");
        line.className = "reported-line";
        line.style.left = `${Math.min(from, at)}px`;
        line.style.width = `${Math.abs(at - from)}px`;
        line.style.top = `${top + 10}px`;
        return [line, mark];
      });
    }

    function zoom(kind) {
      render(kind === "fit" ? 0 : scale * (kind === "in" ? 1.7 : 1 / 1.7));
    }
    for (const button of box.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => zoom(button.dataset.zoom));
    box.querySelector("[data-reported]").addEventListener("change", (event) => { reported = event.target.checked; render(scale); });
    frame.addEventListener("keydown", (event) => {
      if (event.target !== frame) return;
      if (event.key === "+" || event.key === "=") zoom("in");
      if (event.key === "-") zoom("out");
      if (event.key === "0") zoom("fit");
    });
    frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? "in" : "out");
    }, { passive: false });
    let waiting;
    window.addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(() => render(scale), 150); });
    render(0);
  }

  function axis(x, start, stop, scale) {
    const row = document.createElement("div");
    row.className = "axis-row";
    row.setAttribute("aria-hidden", "true");
    const steps = [1, 2, 7, 14, 30, 91, 182, 365, 730, 1825, 3650, 7300];
    const step = steps.find((days) => days * scale >= 76) || steps[steps.length - 1];
    const format = new Intl.DateTimeFormat(undefined, step >= 365 ? { year: "numeric", timeZone: "UTC" } : step >= 30 ? { month: "short", year: "numeric", timeZone: "UTC" } : { day: "numeric", month: "short", timeZone: "UTC" });
    for (let t = Math.ceil(start / DAY) * DAY; t < stop; t += step * DAY) {
      const tick = document.createElement("span");
      tick.textContent = format.format(new Date(t));
      tick.style.left = `${x(t)}px`;
      row.append(tick);
    }
    return row;
  }

  function replaying(form) {
    const range = form.querySelector("input[type=range]");
    const out = form.querySelector("output");
    const days = range.dataset.days.split(" ");
    const day = () => days[Number(range.value)] || "";
    range.addEventListener("input", () => { out.textContent = day() ? window.rashomon.day(day()) : "today"; });
    range.addEventListener("change", () => go(day()));
    function go(value, playing) {
      const url = new URL(window.location.href);
      url.searchParams.delete("done");
      url.searchParams.delete("offset");
      if (value) url.searchParams.set("as_of", value); else url.searchParams.delete("as_of");
      if (playing) url.hash = "play"; else url.hash = "";
      window.location.assign(url);
    }
    form.addEventListener("submit", (event) => { event.preventDefault(); go(day()); });
    const next = () => go(days[Number(range.value) + 1] || "", Number(range.value) + 1 < days.length);
    form.querySelector("[data-play]").addEventListener("click", () => {
      if (!day()) go(days[0], true); else next();
    });
    if (window.location.hash === "#play") setTimeout(next, 1400);
  }

  if (box) draw(box);
  if (slider) replaying(slider);
})();
