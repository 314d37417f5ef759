package io.deskpulse.demo.shop;

/** An order that was delivered: what a buyer may come back about. */
public record Purchase(String orderId, Buyer buyer, Sku sku) {}
