package no.opptrapping.municipality.indicators;

import java.time.Instant;

/** That a version should not be used any more: since when, by whom, and why. It is never taken back. */
public record Withdrawal(Instant at, String by, String reason) {}
