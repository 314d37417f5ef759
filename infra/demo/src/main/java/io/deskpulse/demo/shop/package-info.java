/** The demo's shops: products, buyers, accounts and their desks, phrases, the rate at which buyers come. */
package io.deskpulse.demo.shop;
