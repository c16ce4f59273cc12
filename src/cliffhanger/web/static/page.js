"use strict";

// Everything here adds to pages that work without it.

const debounced = (wait, run) => {
  let timer = 0;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => run(...given), wait);
  };
};

// Suggestions while somebody types a title.
const hits = document.getElementById("hits");
const suggest = debounced(150, async (text) => {
  if (text.trim().length < 2) {
    return;
  }
  const answer = await fetch(`/api/search?limit=8&q=${encodeURIComponent(text)}`);
  if (!answer.ok) {
    return;
  }
  const found = await answer.json();
  hits.replaceChildren(...found.hits.map((hit) => {
    const option = document.createElement("option");
    option.value = hit.title;
    option.label = [hit.title, hit.year, hit.network].filter(Boolean).join(", ");
    return option;
  }));
});
for (const input of document.querySelectorAll("input[list=hits]")) {
  input.addEventListener("input", () => suggest(input.value));
}

// Tables that sort by a click or a key press on a heading.
const sort = (table, column, heading) => {
  const down = heading.getAttribute("aria-sort") === "descending";
  const number = heading.dataset.as === "number";
  const value = (row) => {
    const cell = row.cells[column];
    const text = cell.dataset.value ?? cell.textContent.trim();
    return number ? Number(text) : text.toLocaleLowerCase();
  };
  const rows = [...table.tBodies[0].rows];
  rows.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    const order = number ? x - y : x.localeCompare(y);
    return down || (!number && !heading.hasAttribute("aria-sort")) ? order : -order;
  });
  for (const other of table.tHead.rows[0].cells) {
    other.removeAttribute("aria-sort");
  }
  const ascending = down || (!number && !heading.dataset.sorted);
  heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  heading.dataset.sorted = "yes";
  table.tBodies[0].append(...rows);
};
for (const table of document.querySelectorAll("table[data-sortable]")) {
  [...table.tHead.rows[0].cells].forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sort(table, column, heading));
  });
}

// The day a page speaks of, as a slider; the page's own form does the same without it.
const DAY = 86400000;
const slide = () => {
  const form = document.querySelector(".slider form");
  if (!form) {
    return;
  }
  const first = Date.parse(form.dataset.first);
  const last = Date.parse(form.dataset.last);
  if (!(last > first)) {
    return;
  }
  const day = form.elements.as_of;
  const range = document.createElement("input");
  range.type = "range";
  range.min = "0";
  range.max = String(Math.round((last - first) / DAY));
  range.value = String(Math.round((Date.parse(day.value) - first) / DAY));
  range.setAttribute("aria-label", "As it was known on");
  range.setAttribute("aria-valuetext", day.value);
  const iso = () => new Date(first + Number(range.value) * DAY).toISOString().slice(0, 10);
  range.addEventListener("input", () => {
    day.value = iso();
    range.setAttribute("aria-valuetext", day.value);
  });
  // A key that is held down changes the day many times a second; the page follows where it rests.
  range.addEventListener("change", debounced(200, () => show(`${form.getAttribute("action")}?as_of=${iso()}`, true)));
  form.append(range);
};

let shown = location.pathname + location.search;
let asked = null;
const show = async (address, push) => {
  const main = document.getElementById("main");
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  shown = address;
  main.setAttribute("aria-busy", "true");
  let page;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" }, signal });
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    if (!signal.aborted) {
      location.assign(address);
    }
    return;
  }
  const focused = document.activeElement?.type === "range";
  document.title = page.title;
  main.replaceChildren(...page.getElementById("main").childNodes);
  document.querySelector("footer.foot").replaceChildren(...page.querySelector("footer.foot").childNodes);
  main.removeAttribute("aria-busy");
  if (push) {
    history.pushState({ address }, "", address);
  }
  slide();
  if (focused) {
    document.querySelector(".slider input[type=range]")?.focus();
  }
};
addEventListener("popstate", () => {
  // A jump to a part of the page comes here, too.
  const address = location.pathname + location.search;
  if (address !== shown && document.querySelector(".slider")) {
    show(address, false);
  }
});
slide();
