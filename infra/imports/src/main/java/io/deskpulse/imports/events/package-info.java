/** What templates propose, put in order of time and made into valid events. */
package io.deskpulse.imports.events;
