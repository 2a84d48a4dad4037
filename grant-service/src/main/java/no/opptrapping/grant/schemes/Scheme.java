package no.opptrapping.grant.schemes;

import no.opptrapping.platform.language.LocalisedText;

/**
 * A scheme (<i>tilskuddsordning</i>) as other rooms read it.
 *
 * @param code its short name in addresses and files, for example {@code kommunalt-rusarbeid}
 * @param chapter the chapter of the state budget, three or four digits
 * @param item the item (<i>post</i>) of the chapter, two digits
 */
public record Scheme(
        SchemeId id,
        String code,
        LocalisedText name,
        String chapter,
        String item,
        SchemeKind kind,
        ReportingTerms reporting,
        Contact contact) {}
