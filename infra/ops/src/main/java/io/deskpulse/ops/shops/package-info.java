/** The shops of a server: what settings say of them, and what holds for one. */
package io.deskpulse.ops.shops;
