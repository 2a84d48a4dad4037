package no.opptrapping.platform.badexamples.upside.money.rest;

/** An adapter. */
public class PaymentsResource {}
