package io.deskpulse.digest.reading;

/** What tells an item from the others of its shop: a product, and what is wrong with it. */
record ItemKey(String sku, String attribute) {}
