/** The demo: an endless, seeded, believable shop day on all four streams. Nothing in it looks at a clock. */
package io.deskpulse.demo;
