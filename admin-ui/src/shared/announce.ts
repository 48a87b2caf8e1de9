const region = document.createElement('div');
region.setAttribute('role', 'status');
region.setAttribute('aria-live', 'polite');
region.className = 'DeskAnnouncer';
document.body.append(region);

/** Read out by screen readers, seen by nobody. */
export function announce(text: string) {
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
