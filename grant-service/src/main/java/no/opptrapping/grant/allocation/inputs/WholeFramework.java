package no.opptrapping.grant.allocation.inputs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What makes the framework grant whole: the second sum, and what is given beside the grant per inhabitant and the
 * equalisation. Amounts and inhabitants are by municipality number of the run's structure.
 *
 * @param totalNeed kroner, the calculated need of the country
 * @param needsInKroner whether the model's indices are needs in kroner per inhabitant
 * @param tolerance kroner per inhabitant between the needs' own mean and that of the second sum
 * @param incorporated kroner of both sums that were an earmarked grant before
 */
@Schema(name = "WholeFramework")
public record WholeFramework(
        @Nullable Long totalNeed,
        boolean needsInKroner,
        @Nullable String tolerance,
        @Nullable Inhabitants inhabitants,
        List<Addition> additions,
        @Nullable WholeGuarantee guarantee,
        @Nullable Long incorporated) {
    public WholeFramework {
        additions = List.copyOf(additions);
    }

    /** The same sums with other figures of municipalities. */
    public WholeFramework with(
            @Nullable Inhabitants counted, List<Addition> given, @Nullable WholeGuarantee guaranteed) {
        return new WholeFramework(totalNeed, needsInKroner, tolerance, counted, given, guaranteed, incorporated);
    }

    /** The inhabitants that the grant per inhabitant counts, of a date of their own. */
    @Schema(name = "GrantInhabitants")
    public record Inhabitants(String date, String source, Map<String, String> values) {
        public Inhabitants {
            values = Map.copyOf(values);
        }
    }

    /** What is given beside the two sums. */
    @Schema(name = "FrameworkAdditionKind")
    public enum Kind {
        @JsonProperty("special-distribution")
        SPECIAL_DISTRIBUTION,
        @JsonProperty("regional")
        REGIONAL,
        @JsonProperty("growth")
        GROWTH,
        @JsonProperty("big-city")
        BIG_CITY
    }

    /** Amounts of one kind, whole kroner. */
    @Schema(name = "FrameworkAddition")
    public record Addition(Kind kind, String source, Map<String, Long> amounts) {
        public Addition {
            amounts = Map.copyOf(amounts);
        }
    }

    /**
     * The income guarantee over two years' whole frameworks, as the state computes it.
     *
     * @param threshold kroner per inhabitant
     * @param before last year's whole frameworks in this year's structure
     * @param after this year's where they are published; null for those that the run computes
     */
    @Schema(name = "WholeGuarantee")
    public record WholeGuarantee(
            String threshold,
            String source,
            Map<String, Long> before,
            @Nullable Map<String, Long> after) {
        public WholeGuarantee {
            before = Map.copyOf(before);
        }
    }

    /** Every municipality that is named, by where. */
    void numbers(NumbersAt each) {
        if (inhabitants != null) {
            each.at("/inhabitants/values/", new TreeSet<>(inhabitants.values().keySet()));
        }
        for (var i = 0; i < additions.size(); i++) {
            each.at(
                    "/additions/" + i + "/amounts/",
                    new TreeSet<>(additions.get(i).amounts().keySet()));
        }
        if (guarantee != null) {
            each.at("/guarantee/before/", new TreeSet<>(guarantee.before().keySet()));
            if (guarantee.after() != null) {
                each.at("/guarantee/after/", new TreeSet<>(guarantee.after().keySet()));
            }
        }
    }

    /** Told where municipalities are named. */
    interface NumbersAt {
        void at(String pointer, Set<String> numbers);
    }
}
