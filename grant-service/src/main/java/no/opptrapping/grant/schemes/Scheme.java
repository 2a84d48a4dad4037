package no.opptrapping.grant.schemes;

import no.opptrapping.platform.language.LocalisedText;

/**
 * A scheme (<i>tilskuddsordning</i>) in the register: what it is called, what it is for and whom to ask. Its rules come
 * in versions, which are a room of their own.
 *
 * @param code its short name in addresses and files, for example {@code kommunalt-rusarbeid}
 */
public record Scheme(
        SchemeId id, String code, LocalisedText name, LocalisedText purpose, SchemeKind kind, Contact contact) {}
