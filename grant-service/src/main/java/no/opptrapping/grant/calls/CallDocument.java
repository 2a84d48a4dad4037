package no.opptrapping.grant.calls;

import no.opptrapping.platform.language.LocalisedText;

/** A document that goes with a call, for example its guidance: a title and an https address. */
public record CallDocument(LocalisedText title, String url) {}
