// Shows what is new without a reload: asks every other second whether anything was written, and
// then takes the page's main part anew. What just came fades in; where one reads stays in place.
"use strict";
let known = null;

async function look() {
  if (document.hidden) {
    return;
  }
  try {
    const { latest } = await (await fetch("/latest")).json();
    if (known !== null && latest !== known) {
      const page = new DOMParser().parseFromString(
        await (await fetch(location.pathname)).text(), "text/html");
      replace(page.querySelector("main"));
    }
    known = latest;
  } catch (e) {
    // The demo is away: what stands here stays, the next look tries again.
  }
}

function replace(fresh) {
  const here = document.querySelector("main");
  if (!fresh) {
    return;
  }
  const before = new Set([...here.querySelectorAll("[id]")].map((x) => x.id));
  for (const one of fresh.querySelectorAll("[id]")) {
    if (!before.has(one.id)) {
      one.classList.add("fresh");
    }
  }
  const top = [...here.querySelectorAll("[id]")].find((x) => x.getBoundingClientRect().bottom > 60);
  const was = top ? top.getBoundingClientRect().top : 0;
  here.replaceWith(fresh);
  const again = top && window.scrollY > 0 ? document.getElementById(top.id) : null;
  if (again) {
    window.scrollBy(0, again.getBoundingClientRect().top - was);
  }
}

look();
setInterval(look, 2000);
document.addEventListener("visibilitychange", look);
