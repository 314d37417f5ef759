package io.deskpulse.demo.shop;

/**
 * A product.
 *
 * @param name as buyers and accounts call it, in the shop's language
 * @param priceFen price of one piece, minor units
 * @param faultRatio share of sold pieces that disappoint, 0 to 1
 */
public record Sku(String id, String name, long priceFen, double faultRatio) {}
