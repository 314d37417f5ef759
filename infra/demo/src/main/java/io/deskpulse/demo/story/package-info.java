/** The demo's stories: conversations, calls and orders, each told as the events it leaves behind. */
package io.deskpulse.demo.story;
