// Shows notices while no window of the desk is open. Nothing is cached and no request is answered here.
addEventListener('push', (event) => {
  const { id, title, body, url } = event.data.json();
  const options = { body, tag: id, icon: '/icon.svg', data: { url } };
  event.waitUntil(self.registration.showNotification(title, options));
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { url } = event.notification.data;
  const open = async () => {
    const windows = await self.clients.matchAll({ type: 'window' });
    const desk = windows.find((one) => new URL(one.url).pathname.startsWith('/desk'));
    if (!desk) return self.clients.openWindow(url);
    await desk.focus();
    return desk.navigate(url);
  };
  event.waitUntil(open());
});
