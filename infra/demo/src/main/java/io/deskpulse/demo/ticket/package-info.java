/** The demo's tickets, from opened to closed. */
package io.deskpulse.demo.ticket;
