package no.opptrapping.grant.allocation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked a run to do, in the plain types of JSON, because it is stored and hashed as it is. Exact numbers
 * are decimal strings, amounts whole kroner.
 *
 * @param scheme the scheme's identity
 * @param structureDate the date, ISO, whose municipalities the run is about
 * @param unit kroner that amounts are rounded to: 1, 100 or 1000
 * @param populationYear the inhabitants are those on 1 January of this year
 */
public record RunParameters(
        String scheme, int year, String structureDate, int unit, int populationYear, List<Pot> pots) {
    public RunParameters {
        pots = List.copyOf(pots);
    }

    /** A part of the budget. {@code amount} is null for what is left of the pots before it. */
    public record Pot(String name, @Nullable Long amount, boolean exclusive, Model model) {}

    /** A criterion; {@code year} is that of the indicator's figures. */
    public record Weight(String indicator, int year, String weight) {
        /** The figures' name in a run: code and year. */
        public String figures() {
            return indicator + "/" + year;
        }
    }

    /** How a pot is divided. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Objective.class, name = "objective"),
        @JsonSubTypes.Type(value = Application.class, name = "application"),
        @JsonSubTypes.Type(value = Framework.class, name = "framework"),
        @JsonSubTypes.Type(value = Incorporation.class, name = "incorporation")
    })
    public sealed interface Model {
        /** The criteria; none for a division by application. */
        default List<Weight> weights() {
            return List.of();
        }
    }

    /** By objective criteria, within floors and caps per municipality or per inhabitant. */
    public record Objective(
            List<Weight> weights,
            boolean normalise,
            @Nullable Long floorPerMunicipality,
            @Nullable Long capPerMunicipality,
            @Nullable String floorPerInhabitant,
            @Nullable String capPerInhabitant)
            implements Model {
        public Objective {
            weights = List.copyOf(weights);
        }
    }

    /** By application: {@code rule} and {@code tieRule} by the codes that calls use. */
    public record Application(String call, String rule, String tieRule) implements Model {}

    /** The framework grant by a cost key. */
    public record Framework(List<Weight> weights, boolean normalise) implements Model {
        public Framework {
            weights = List.copyOf(weights);
        }
    }

    /** The step from an earmarked scheme's awards of a year to the framework grant; the easing is one or none. */
    public record Incorporation(
            String fromScheme,
            int fromYear,
            List<Weight> weights,
            boolean normalise,
            @Nullable Guarantee guarantee,
            @Nullable PhaseIn phaseIn)
            implements Model {
        public Incorporation {
            weights = List.copyOf(weights);
        }
    }

    /** An income guarantee: {@code variant} is state or strict, the threshold kroner per inhabitant. */
    public record Guarantee(String variant, String threshold) {}

    /** The {@code year}th of {@code years} equal steps. */
    public record PhaseIn(int years, int year) {}
}
