package no.opptrapping.grant.awards;

/** The earlier award whose promise for this year an award keeps. */
public record Continued(AwardId award, String reference) {}
