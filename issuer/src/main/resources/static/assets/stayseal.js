// What a script may add and no page needs: a screen that stays lit while a code is shown, and one click that sends once.
"use strict";

document.querySelectorAll("form[method='post']").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = "yes";
  });
});

if (document.querySelector("[data-keep-awake]") && "wakeLock" in navigator) {
  const keepAwake = () => navigator.wakeLock.request("screen").catch(() => {});
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      keepAwake();
    }
  });
  keepAwake();
}

// Back from the cache of the browser, a form may be sent again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent);
});
