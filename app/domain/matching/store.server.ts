import type { JobCatalogue, Town } from "#app/town.ts";

export async function fillSearch(_town: Town): Promise<void> {}
export async function updateSearch(_town: Town, _change: JobCatalogue["search.update"]): Promise<void> {}
