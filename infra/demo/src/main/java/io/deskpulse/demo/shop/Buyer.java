package io.deskpulse.demo.shop;

/** A buyer: the platform's id, and invented personal data that turn up in what they write. */
public record Buyer(String id, String name, String phone, String address) {}
