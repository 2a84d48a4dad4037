package no.opptrapping.grant.allocation.inputs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked a run to do, in the plain types of JSON, because it is stored and hashed as it is. Exact numbers
 * are decimal strings, amounts whole kroner.
 *
 * @param scheme the scheme's identity
 * @param structureDate the date, ISO, whose municipalities the run is about
 * @param unit kroner that amounts are rounded to: 1, 100 or 1000
 * @param populationYear the inhabitants are those on 1 January of this year
 * @param countyGovernorOfficeId the office that decides by it, of its frame; null where the Directorate decides
 */
public record RunParameters(
        String scheme,
        int year,
        String structureDate,
        int unit,
        int populationYear,
        List<Pot> pots,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String countyGovernorOfficeId) {
    /** Parameters by which the Directorate decides. */
    public RunParameters(String scheme, int year, String structureDate, int unit, int populationYear, List<Pot> pots) {
        this(scheme, year, structureDate, unit, populationYear, pots, null);
    }

    public RunParameters {
        pots = List.copyOf(pots);
    }

    /** What the pots sum to; empty when one of them takes what is left of the appropriation. */
    OptionalLong sumOfPots() {
        var sum = 0L;
        for (var pot : pots) {
            if (pot.amount() == null) {
                return OptionalLong.empty();
            }
            sum = Math.addExact(sum, pot.amount());
        }
        return OptionalLong.of(sum);
    }

    /** Whether all of it divides money that can be awarded. */
    public boolean canBeAdopted() {
        return pots.stream().allMatch(pot -> pot.model().canBeAdopted());
    }

    /** The parts of calls whose applications are divided, each once. */
    public List<CallPart> parts() {
        return pots.stream()
                .flatMap(pot -> pot.model().byCall().stream())
                .map(this::partOf)
                .distinct()
                .toList();
    }

    /** The part of its call that a model divides. */
    CallPart partOf(CallModel model) {
        return new CallPart(model.callId(), Optional.ofNullable(model.round()), office());
    }

    /** The county governor's office that decides by it; empty where the Directorate decides. */
    public Optional<CountyGovernorOfficeId> office() {
        return Optional.ofNullable(countyGovernorOfficeId).map(UUID::fromString).map(CountyGovernorOfficeId::new);
    }

    /** The same parameters with these pots. */
    public RunParameters with(List<Pot> others) {
        return new RunParameters(scheme, year, structureDate, unit, populationYear, others, countyGovernorOfficeId);
    }

    /** The same parameters, rounded to this many kroner. */
    public RunParameters roundedTo(int kroner) {
        return new RunParameters(scheme, year, structureDate, kroner, populationYear, pots, countyGovernorOfficeId);
    }

    /** Whether this divides the same in the same way, whatever the pots are called. */
    public boolean dividesAs(RunParameters other) {
        return withoutNames().equals(other.withoutNames());
    }

    private RunParameters withoutNames() {
        return with(pots.stream()
                .map(pot -> new Pot("", pot.amount(), pot.exclusive(), pot.eligible(), pot.model()))
                .toList());
    }

    /**
     * A part of the budget.
     *
     * @param amount null for what is left of the pots before it
     * @param eligible null for every municipality of the structure
     */
    public record Pot(
            String name,
            @Nullable Long amount,
            boolean exclusive,
            @Nullable Eligible eligible,
            PotModel model) {
        Pot with(PotModel other) {
            return with(amount, other);
        }

        /** The same pot with another sum and model. */
        public Pot with(@Nullable Long sum, PotModel other) {
            return new Pot(name, sum, exclusive, eligible, other);
        }

        Pot with(long otherAmount) {
            return new Pot(name, otherAmount, exclusive, eligible, model);
        }
    }

    /** Who a pot is for: municipalities by number, the classes of a grouping, or those that applied to a call. */
    @Schema(name = "EligibleMunicipalities")
    public record Eligible(
            @Nullable List<String> municipalities,
            @Nullable String grouping,
            @Nullable List<String> classes,
            @Nullable String call) {}
}
