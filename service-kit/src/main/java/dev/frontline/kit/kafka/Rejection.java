package dev.frontline.kit.kafka;

/** An event that can be read but not handled, and why. */
public record Rejection<E>(Received<E> received, String reason) {}
