"""From pages to a site: the only room that writes HTML, with an adapter a generator."""
