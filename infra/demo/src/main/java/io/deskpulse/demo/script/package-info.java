/** Time and chance of the demo: an agenda of what is still to happen, stories told step by step, seeded dice. */
package io.deskpulse.demo.script;
