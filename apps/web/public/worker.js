// What the server answers is private to who asks: it goes past the worker, which neither sees nor keeps any of it.
self.addEventListener('fetch', (event) => {
  if (/^\/(api|socket\.io)\//.test(new URL(event.request.url).pathname)) event.stopImmediatePropagation();
});
importScripts('./ngsw-worker.js');
