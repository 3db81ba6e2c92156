package dev.frontline.ingest.account;

/**
 * Accounts of a source were connected, renewed by a person or taken away: who reads it looks again.
 */
public record AccountChanged(String source) {}
