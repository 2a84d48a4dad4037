package no.opptrapping.platform.badexamples.visible.money.http;

/** An adapter that everybody can use. */
public class AskPrices {}
