/** Days in one of the demo's shops: its people work their shifts, buyers come as its curve says. */
package io.deskpulse.demo.day;
