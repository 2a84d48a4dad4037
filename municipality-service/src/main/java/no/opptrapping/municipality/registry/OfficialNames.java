package no.opptrapping.municipality.registry;

import java.util.List;

/**
 * What a municipality is called in its official languages.
 *
 * @param names in the order in which the municipality uses them
 * @param samiArea whether it belongs to the administrative area of the Sami languages (<i>samisk
 *     forvaltningsområde</i>)
 */
public record OfficialNames(List<Name> names, boolean samiArea) {
    public OfficialNames {
        names = List.copyOf(names);
    }

    /**
     * One name.
     *
     * @param language as the Mapping Authority says it, for example {@code Northern Sami}
     */
    public record Name(String name, String language) {}
}
