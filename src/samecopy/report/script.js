// Whole without this: it opens what a link or the printer needs, and adds keys between edits.
(function () {
  "use strict";

  function reveal(element) {
    for (let at = element; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
  }

  function follow() {
    const raw = location.hash.slice(1);
    let target = document.getElementById(raw);
    if (!target) {
      try { target = document.getElementById(decodeURIComponent(raw)); } catch { return; }
    }
    if (!target) return;
    reveal(target);
    target.scrollIntoView();
  }

  let opened = [];
  function unfold() {
    if (opened.length) return;
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    for (const one of opened) one.open = true;
  }
  function fold() {
    for (const one of opened) one.open = false;
    opened = [];
  }

  function step(by) {
    const edits = Array.from(document.querySelectorAll(".edits > li"));
    if (!edits.length) return;
    let at = edits.indexOf(document.activeElement);
    if (at < 0) {
      const below = edits.findIndex((one) => one.offsetParent && one.getBoundingClientRect().top > 0);
      at = by > 0 ? (below < 0 ? 0 : below) - 1 : below < 0 ? edits.length : below;
    }
    const next = edits[Math.min(Math.max(at + by, 0), edits.length - 1)];
    reveal(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }

  addEventListener("hashchange", follow);
  addEventListener("beforeprint", unfold);
  addEventListener("afterprint", fold);
  matchMedia("print").addEventListener("change", (change) => (change.matches ? unfold() : fold()));
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
  });
  const keys = document.getElementById("keys");
  if (keys && document.querySelector(".edits")) keys.hidden = false;
  if (location.hash) follow();
})();
