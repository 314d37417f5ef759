/** Business calendars and opening hours as people write them, for every file that has any. */
package io.deskpulse.streaming.calendars;
