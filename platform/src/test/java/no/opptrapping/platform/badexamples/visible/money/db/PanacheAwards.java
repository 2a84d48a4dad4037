package no.opptrapping.platform.badexamples.visible.money.db;

/** An adapter that everybody can see. */
public class PanacheAwards {}
