/** The demo's stories: conversations, calls, orders, tickets and shifts, each told as the events it leaves behind. */
package io.deskpulse.demo.story;
