package no.opptrapping.grant.allocation.engine;

/** An objective criterion (<i>objektivt kriterium</i>): an indicator's code and the weight it has in the key. */
public record Criterion(String indicator, Decimal weight) {}
