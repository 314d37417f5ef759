/** What the demo's stories are about: conversations, orders and tickets while they are told, and the words in them. */
package io.deskpulse.demo.subject;
