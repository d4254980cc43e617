/** Where an address is looked up: the open map, and the one that phones use for the way. */
export function mapLinks(address: string): { openStreetMap: string; google: string } {
  const query = encodeURIComponent(address);
  return {
    openStreetMap: `https://www.openstreetmap.org/search?query=${query}`,
    google: `https://www.google.com/maps/search/?api=1&query=${query}`,
  };
}
